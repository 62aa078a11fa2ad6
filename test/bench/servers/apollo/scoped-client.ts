import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@registry/prisma/generated/client/client.ts';
import { type Claims, settingsOf } from '../common.ts';

export const openPrisma = (connectionString: string, poolSize: number): PrismaClient =>
  new PrismaClient({
    adapter: new PrismaPg({ connectionString, max: poolSize, application_name: 'bench apollo' }),
    // More connections ask than the pool holds, and waiting is no error.
    transactionOptions: { maxWait: 60_000, timeout: 60_000 },
  });

/** Row-level security as Prisma's own example does it: an extension that puts every query into a transaction with the settings. */
export function scopedClient(prisma: PrismaClient, claims: Claims) {
  const settings = JSON.stringify(settingsOf(claims));
  return prisma.$extends({
    query: {
      async $allOperations({ args, query }) {
        const [, result] = await prisma.$transaction([
          prisma.$executeRaw`SELECT set_config(key, value, true) FROM jsonb_each_text(${settings}::jsonb)`,
          query(args),
        ]);
        return result;
      },
    },
  });
}

export type ScopedClient = ReturnType<typeof scopedClient>;
