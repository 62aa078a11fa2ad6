import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { identifier } from './identifiers.ts';

/** The service that loads data; the audit trail names it as the actor. Nobody can sign in as it: it is a member of nothing. */
export const seedAccountId = identifier('account:service|initial-data-load');

export async function writeSeedAccount(tx: Prisma.TransactionClient): Promise<number> {
  const { count } = await tx.account.createMany({
    data: [
      {
        id: seedAccountId,
        sub: 'service|initial-data-load',
        name: 'การนำเข้าข้อมูลตั้งต้น · Initial data load',
        kind: 'SERVICE',
      },
    ],
    skipDuplicates: true,
  });
  return count;
}
