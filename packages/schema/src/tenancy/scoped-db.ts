import type { PrismaClient } from '@registry/prisma/generated/client/client.ts';

/** The models of a client, without the ways round the scope. */
export type ScopedDb = Omit<PrismaClient, `$${string}`>;
