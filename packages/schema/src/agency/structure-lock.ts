import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';

/**
 * Holds every unit of the agency until the act is done: nobody moves one, nor begins to refer to one, meanwhile. Two moves that are each
 * right by themselves could otherwise close a circle.
 */
export const lockUnits = ({ transaction, agencyId }: ActTransaction): void =>
  transaction.defer(Prisma.sql`SELECT 1 FROM "Unit" WHERE "agencyId" = ${agencyId}::uuid ORDER BY id FOR UPDATE`);

/** Holds every position of the agency until the act is done: nobody changes one, nor begins to refer to one, meanwhile. */
export const lockPositions = ({ transaction, agencyId }: ActTransaction): void =>
  transaction.defer(Prisma.sql`SELECT 1 FROM "Position" WHERE "agencyId" = ${agencyId}::uuid ORDER BY id FOR UPDATE`);
