import { RegistryError } from '@registry/schema/base/errors.ts';
import { publicViewer, type Viewer } from '@registry/schema/base/viewer.logic.ts';
import type { SignInRow } from '@registry/schema/tenancy/sign-in-row.ts';

type Membership = SignInRow & { role: NonNullable<SignInRow['role']> };

/** What X-Agency says to act in a city role rather than in an agency. */
const CITY = 'CITY';

const noRoleThere = () =>
  new RegistryError(
    'FORBIDDEN',
    { th: 'บัญชีนี้ไม่มีบทบาทในหน่วยงานที่ระบุ', en: 'The account has no role in the agency named by X-Agency.' },
    [],
    { refusesRequest: true },
  );

const holdsRole = (row: SignInRow): row is Membership => row.role !== null;

/**
 * The viewer that an account's memberships make, in the agency asked for, else in the first. Without any it reads as the public does, as
 * whom the registry does not know does.
 */
export function viewerFrom(rows: readonly SignInRow[], agencyCode: string | undefined): Viewer {
  const [known] = rows;
  if (!known) return publicViewer;
  const memberships = rows.filter(holdsRole);
  const wanted = agencyCode?.trim().toUpperCase() || undefined;
  const chosen =
    wanted === undefined
      ? memberships[0]
      : memberships.find((each) => (each.agencyCode ?? CITY).toUpperCase() === wanted);
  if (!chosen && wanted !== undefined) throw noRoleThere();
  return {
    account: { id: known.accountId, name: known.name },
    roles: chosen ? memberships.filter((each) => each.agencyId === chosen.agencyId).map((each) => each.role) : [],
    agency: chosen?.agencyId && chosen.agencyCode ? { id: chosen.agencyId, code: chosen.agencyCode } : null,
  };
}
