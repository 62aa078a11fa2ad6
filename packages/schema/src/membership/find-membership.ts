import { illegalTransition, notFound } from '../base/errors.ts';
import { statesOf } from '../graphql/acts/standing.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';

const select = {
  id: true,
  accountId: true,
  agencyId: true,
  role: true,
  startsOn: true,
  endsOn: true,
  endedAt: true,
} as const;

/** How memberships stand, for acts on them. */
export const memberships = statesOf('Membership', (db, ids) =>
  db.membership.findMany({ where: { id: { in: ids } }, select }),
);

/** What was ended stays as it was. */
export function requireOpen({ endedAt }: { readonly endedAt: Date | null }): void {
  if (endedAt) throw illegalTransition('ENDED', 'สมาชิกภาพสิ้นสุดแล้ว', 'The membership has ended.');
}

/** A membership that somebody may still change or end. */
export async function openMembership({ db }: ActTransaction, id: string) {
  const found = await db.membership.findUnique({ where: { id }, select });
  if (!found) throw notFound('membershipId');
  requireOpen(found);
  return found;
}
