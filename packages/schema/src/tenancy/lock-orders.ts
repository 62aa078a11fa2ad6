import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { ActTransaction } from './act-transaction.ts';

/**
 * Locks every order of the agency that may still change: what one order may pass on or take back depends on all the others, so that of two
 * issued at once the second is checked against the first.
 */
export function lockOrders({ transaction, agencyId }: ActTransaction): void {
  transaction.defer(Prisma.sql`SELECT 1 FROM "DelegationOrder"
    WHERE "agencyId" = ${agencyId}::uuid AND status IN ('DRAFT', 'ISSUED') ORDER BY id FOR UPDATE`);
}
