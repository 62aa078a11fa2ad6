import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';

/**
 * Locks every unit of the agency until the act is done: two moves that are each right alone could otherwise form a circle. Records that name
 * a unit are written meanwhile.
 */
export const lockUnits = ({ transaction, agencyId }: ActTransaction): void =>
  transaction.defer(
    Prisma.sql`SELECT 1 FROM "Unit" WHERE "agencyId" = ${agencyId}::uuid ORDER BY id FOR NO KEY UPDATE`,
  );

/** Locks every position of the agency until the act is done, so that none changes or is referred to at the same time. */
export const lockPositions = ({ transaction, agencyId }: ActTransaction): void =>
  transaction.defer(Prisma.sql`SELECT 1 FROM "Position" WHERE "agencyId" = ${agencyId}::uuid ORDER BY id FOR UPDATE`);

/** Locks every agency until the act is done, as units are: two that are put beneath each other would form a circle. */
export const lockAgencies = ({ transaction }: ActTransaction): void =>
  transaction.defer(Prisma.sql`SELECT 1 FROM "Agency" ORDER BY id FOR NO KEY UPDATE`);
