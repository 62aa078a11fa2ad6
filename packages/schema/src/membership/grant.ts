import { forbidden, notFound } from '../base/errors.ts';
import { agencyClosed } from '../base/role-refusals.ts';
import type { Role } from '../base/viewer.logic.ts';
import { onWhen, statesOf } from '../graphql/acts/standing.ts';
import type { Check } from '../graphql/inputs/check.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';
import type { Context } from '../tenancy/context.ts';
import { isCityRole, rolesGivenBy } from './grants.logic.ts';

type Asked = { readonly agencyCode?: string | null | undefined; readonly role: Role | 'PUBLIC' };

/** A role at a place: in an agency, or in the city. */
export type RoleAtPlace = { readonly agencyId: string | null; readonly role: Role };

const beyondReach = () =>
  forbidden('บทบาทนี้อยู่นอกเหนือบทบาทที่ท่านให้ได้', 'This role is not yours to give: see who gives which role.');

const elsewhere = () =>
  forbidden(
    'ผู้ดูแลระบบของหน่วยงานให้บทบาทได้เฉพาะในหน่วยงานของตน',
    'An administrator of an agency gives roles in that agency alone.',
  );

type Place = { readonly id: string; readonly closedOn: Date | null };

/** Roles are given in an agency that is open, by its own administrator or by one of the city. */
function requirePlace({ id, closedOn }: Place, { viewer }: Context): void {
  if (viewer.agency && viewer.agency.id !== id) throw elsewhere();
  if (closedOn) throw agencyClosed();
}

/** An agency in which whoever asks may give roles. */
export const onPlaceOfMembers = onWhen(
  statesOf('Agency', (db, ids) =>
    db.agency.findMany({ where: { id: { in: ids } }, select: { id: true, closedOn: true } }),
  ),
  requirePlace,
);

/** The role, where whoever acts may give it: at a place that has such a role. */
export function requireReach(
  { context: { viewer } }: ActTransaction,
  role: Role | 'PUBLIC',
  agencyId?: string | null,
): Role {
  if (role === 'PUBLIC' || !rolesGivenBy(viewer.roles).includes(role)) throw beyondReach();
  if (agencyId !== undefined && isCityRole(role) !== (agencyId === null)) throw beyondReach();
  return role;
}

/** The role as whoever acts may give it, and where: in its own agency, or for an administrator of the city in any, and in the city. */
export async function roleToGive(
  tx: ActTransaction,
  check: Check,
  { agencyCode, ...asked }: Asked,
): Promise<RoleAtPlace> {
  const { viewer } = tx.context;
  const role = requireReach(tx, asked.role);
  const code = agencyCode?.trim().toUpperCase() || null;
  if (viewer.agency) {
    if (code !== null && code !== viewer.agency.code.toUpperCase()) throw elsewhere();
    return { agencyId: viewer.agency.id, role };
  }
  if (isCityRole(role) !== (code === null))
    check.add(
      'agencyCode',
      'บทบาทส่วนกลางไม่ระบุหน่วยงาน บทบาทในหน่วยงานต้องระบุหน่วยงาน',
      'A role of the city names no agency, and a role in an agency names it.',
    );
  if (code === null) return { agencyId: null, role };
  const agency = await tx.db.agency.findUnique({ where: { code }, select: { id: true, closedOn: true } });
  if (!agency) throw notFound('agencyCode');
  requirePlace(agency, tx.context);
  return { agencyId: agency.id, role };
}

/** From when until when a role is held, by days in Bangkok. */
export type Days = { readonly startsOn?: Date | null | undefined; readonly endsOn?: Date | null | undefined };

type Grant = RoleAtPlace & Days & { readonly accountId: string };

/**
 * Gives an account a role in the name of whoever acts: the one way in which acts do. Who gives what, never to oneself, and one at a time, is
 * held by the database, whatever the path (app.keep_roles).
 */
export const grantRole = (
  { db, accountId: grantedById }: ActTransaction,
  { accountId, agencyId, role, startsOn = null, endsOn = null }: Grant,
): Promise<{ id: string }> =>
  db.membership.create({ data: { accountId, agencyId, role, startsOn, endsOn, grantedById }, select: { id: true } });
