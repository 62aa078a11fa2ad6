import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { Check } from '../../graphql/inputs/check.ts';
import { type ActTransaction, requireVersion } from '../../tenancy/act-transaction.ts';

type Columns = Prisma.DelegationOrderUncheckedUpdateManyInput;

/** What is made known has been signed, and is made known by now. */
export function checkDay(check: Check, field: string, day: Date, signedOn: Date | null): void {
  check.notInFuture(field, day);
  check.inOrder('signedOn', signedOn, field, day);
}

export function note(
  { db, requireHeadingVersion }: ActTransaction,
  id: string,
  expectedVersion: number,
  columns: Columns,
) {
  requireHeadingVersion('DelegationOrder', id, expectedVersion);
  return requireVersion(
    db.delegationOrder.updateMany({
      where: { id, status: 'ISSUED' },
      data: { ...columns, version: { increment: 1 } },
    }),
  );
}
