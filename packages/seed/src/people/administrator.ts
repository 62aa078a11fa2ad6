import { createOwnerClient } from '@registry/prisma/client.ts';
import { registryAccountId } from '../rows/registry-account.ts';

/** Who is to administer the registry of the city: the subject that the identity provider knows, and a name to show. */
export type Administrator = { readonly subject: string; readonly name: string };

/**
 * Makes an account the city's administrator, and creates it when needed. Later administrators are appointed by an existing one; the first
 * one by the owner of the database. The audit trail names the registry itself.
 */
export async function addAdministrator(
  ownerUrl: string,
  { subject, name }: Administrator,
): Promise<'added' | 'present' | 'disabled'> {
  const db = createOwnerClient(ownerUrl);
  try {
    return await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT set_config('app.account', ${registryAccountId}, true), set_config('app.act', 'addAdministrator', true)`;
      const known = await tx.account.findFirst({ where: { sub: subject }, orderBy: { createdAt: 'asc' } });
      const account = known ?? (await tx.account.create({ data: { sub: subject, name, kind: 'PERSON' } }));
      if (account.disabled) return 'disabled';
      const role = { accountId: account.id, agencyId: null, role: 'CITY_ADMIN' } as const;
      if (await tx.membership.findFirst({ where: { ...role, endedAt: null, endsOn: null } })) return 'present';
      await tx.membership.create({ data: role });
      return 'added';
    });
  } finally {
    await db.$disconnect();
  }
}
