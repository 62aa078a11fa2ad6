import type { Prisma, PrismaClient } from '@registry/prisma/generated/client/client.ts';

export type LoadedDataset = { name: string; loaded: boolean; rows: number };

/** Any number unique to this registry; its lock admits one seeder at a time. */
export const SEEDER_LOCK = 2_566_000_001;

const TRANSACTION_MS_MAX = 120_000;

/**
 * Loads a set of data unless it has been loaded. Its mark and its rows are one transaction, so that a crash leaves neither; the lock
 * makes a second seeder wait for the first and then find the mark.
 */
export async function loadOnce(
  db: PrismaClient,
  name: string,
  write: (tx: Prisma.TransactionClient) => Promise<number>,
): Promise<LoadedDataset> {
  return db.$transaction(
    async (tx) => {
      await takeSeederLock(tx);
      if ((await tx.dataset.findUnique({ where: { name } })) !== null) return { name, loaded: false, rows: 0 };
      const rows = await write(tx);
      await tx.dataset.create({ data: { name } });
      return { name, loaded: true, rows };
    },
    { timeout: TRANSACTION_MS_MAX },
  );
}

/** Waits until no other process is seeding; held until the transaction ends. */
export async function takeSeederLock(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${SEEDER_LOCK}::bigint)::text`;
}
