import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { identifier } from './identifiers.ts';

/** The registry at work by itself, as on its daily round of findings. Nobody can sign in as it: it is a member of nothing. */
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
