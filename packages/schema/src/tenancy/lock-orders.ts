import type { Write } from './write.ts';

/**
 * Keeps every order of the agency that may still change as it is until the act is done: what one order may pass on, and what it takes
 * back, depends on all the others, so that of two that are issued at once the second is checked against the first.
 */
export async function lockOrders({ transaction, agencyId }: Write): Promise<void> {
  await transaction.$queryRaw`SELECT 1 FROM "DelegationOrder"
    WHERE "agencyId" = ${agencyId}::uuid AND status IN ('DRAFT', 'ISSUED') ORDER BY id FOR UPDATE`;
}
