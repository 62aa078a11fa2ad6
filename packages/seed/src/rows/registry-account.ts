import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { identifier } from './identifiers.ts';

/** The registry acting by itself, as on its daily round of findings. It has no membership, so it cannot sign in. */
export const registryAccountId = identifier('account:service|registry');

export async function writeRegistryAccount(tx: Prisma.TransactionClient): Promise<number> {
  const { count } = await tx.account.createMany({
    data: [
      { id: registryAccountId, sub: 'service|registry', name: 'ระบบทะเบียน · The registry itself', kind: 'SERVICE' },
    ],
    skipDuplicates: true,
  });
  return count;
}
