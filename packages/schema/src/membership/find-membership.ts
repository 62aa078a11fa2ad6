import type { AccountKind } from '@registry/prisma/generated/client/enums.ts';
import { illegalTransition, notFound } from '../base/errors.ts';
import { keyKeepsRole, ownRole } from '../base/role-refusals.ts';
import { statesOf } from '../graphql/acts/standing.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';
import type { Context } from '../tenancy/context.ts';

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

/** What was ended stays as it was. */
export function requireOpen({ endedAt }: { readonly endedAt: Date | null }): void {
  if (endedAt) throw illegalTransition('ENDED', 'สมาชิกภาพสิ้นสุดแล้ว', 'The membership has ended.');
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

/** A membership that somebody may still change or end. */
export async function openMembership({ db }: ActTransaction, id: string) {
  const found = await db.membership.findUnique({ where: { id }, select });
  if (!found) throw notFound('membershipId');
  requireOpen(found);
  return found;
}
