import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { actAsSeed, writeSeedAccount } from '../rows/seed-account.ts';
import { writeAgencies } from './agencies.ts';
import { writeFramework } from './framework.ts';
import { writeMethods } from './methods.ts';

/** The agencies, the framework and the methods, before anything that refers to them. */
export async function writeReference(tx: Prisma.TransactionClient): Promise<number> {
  const accounts = await writeSeedAccount(tx);
  await actAsSeed(tx, 'loadReferenceData');
  return accounts + (await writeAgencies(tx)) + (await writeFramework(tx)) + (await writeMethods(tx));
}
