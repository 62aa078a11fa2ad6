import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { agencyId, identifier } from '../rows/identifiers.ts';
import { personaAccountId, personas } from './personas.ts';

/** The personas' accounts, of kind DEMO so that a real deployment can tell them apart and refuse them. */
export async function writeAccounts(tx: Prisma.TransactionClient): Promise<number> {
  const accounts = await tx.account.createMany({
    data: personas.map((persona) => ({
      id: personaAccountId(persona),
      sub: persona.sub,
      name: persona.name,
      kind: 'DEMO' as const,
    })),
  });
  const memberships = await tx.membership.createMany({
    data: personas.map((persona) => ({
      id: identifier(`membership:${persona.sub}`),
      accountId: personaAccountId(persona),
      agencyId: persona.agencyCode === null ? null : agencyId(persona.agencyCode),
      role: persona.role,
    })),
  });
  return accounts.count + memberships.count;
}
