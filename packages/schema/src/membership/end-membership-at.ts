import { type ActTransaction, requireVersion } from '../tenancy/act-transaction.ts';

type AtVersion = { readonly id: string; readonly expectedVersion: number };

/** Ends a membership now, as it was at the version that the user saw. */
export const endMembershipAt = ({ db, accountId }: ActTransaction, { id, expectedVersion }: AtVersion): Promise<void> =>
  requireVersion(
    db.membership.updateMany({
      where: { id, version: expectedVersion },
      data: { endedAt: new Date(), endedById: accountId, version: { increment: 1 } },
    }),
  );
