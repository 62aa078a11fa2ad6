import type { AccountKind } from '@registry/prisma/generated/client/enums.ts';
import { illegalTransition, notFound } from '../base/errors.ts';
import { keyKeepsRole, lastAdministrator, ownRole } from '../base/role-refusals.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import type { Role } from '../base/viewer.logic.ts';
import { statesOf } from '../graphql/acts/standing.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';
import type { Context } from '../tenancy/context.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { isAdministrating, leavesNobody } from './membership.logic.ts';

const select = {
  id: true,
  accountId: true,
  agencyId: true,
  role: true,
  startsOn: true,
  endsOn: true,
  endedAt: true,
  account: { select: { kind: true } },
} as const;

/** How memberships stand, for acts on them. */
export const memberships = statesOf('Membership', (db, ids) =>
  db.membership.findMany({ where: { id: { in: ids } }, select }),
);

type Administrator = { readonly agencyId: string | null; readonly role: Role };

/** Memberships as they stand before they end: with whether their place is left without an administrator. */
async function endings(db: ScopedDb, ids: string[]) {
  const found = await db.membership.findMany({ where: { id: { in: ids } }, select });
  const places: Administrator[] = found.filter(isAdministrating).map(({ agencyId, role }) => ({ agencyId, role }));
  const held =
    places.length === 0
      ? []
      : await db.membership.findMany({ where: { OR: places, endedAt: null, account: { disabled: false } }, select });
  const today = todayInBangkok();
  return found.map((each) => ({ ...each, isLast: leavesNobody(each, held, today) }));
}

/** How memberships stand, for the act that ends them. */
export const endingMemberships = statesOf('Membership', endings);

/** What was ended stays as it was. */
export function requireOpen({ endedAt }: { readonly endedAt: Date | null }): void {
  if (endedAt) throw illegalTransition('ENDED', 'สมาชิกภาพสิ้นสุดแล้ว', 'The membership has ended.');
}

type Ending = { readonly endedAt: Date | null; readonly isLast: boolean };

/** A place that has an administrator keeps one. The database holds it too, when two leave side by side (app.keep_roles). */
export function requireEndable({ endedAt, isLast }: Ending): void {
  requireOpen({ endedAt });
  if (isLast) throw lastAdministrator();
}

type Changing = {
  readonly accountId: string;
  readonly endedAt: Date | null;
  readonly account: { readonly kind: AccountKind };
};

/**
 * A membership is changed by somebody else than its holder, as giving it up is everybody's own; the role of a service key ends, and does not change.
 * The database holds both, whatever the path (app.keep_roles).
 */
export function requireChangeable({ accountId, endedAt, account }: Changing, { viewer }: Context): void {
  requireOpen({ endedAt });
  if (account.kind === 'SERVICE') throw keyKeepsRole();
  if (accountId === viewer.account?.id) throw ownRole();
}

/** A membership that may end. */
export async function requireMayEnd({ db }: ActTransaction, id: string): Promise<void> {
  const [found] = await endings(db, [id]);
  if (!found) throw notFound('membershipId');
  requireEndable(found);
}

/** A membership that somebody may still change. */
export async function openMembership({ db }: ActTransaction, id: string) {
  const found = await db.membership.findUnique({ where: { id }, select });
  if (!found) throw notFound('membershipId');
  requireOpen(found);
  return found;
}
