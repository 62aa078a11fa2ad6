import type { Write } from '../../tenancy/write.ts';

/**
 * Holds every unit of the agency until the act is done: nobody moves one, nor begins to refer to one, meanwhile. Two moves that are each
 * right by themselves could otherwise close a circle.
 */
export const lockUnits = async ({ transaction, agencyId }: Write): Promise<void> =>
  void (await transaction.$queryRaw`SELECT 1 FROM "Unit" WHERE "agencyId" = ${agencyId}::uuid ORDER BY id FOR UPDATE`);

/** Holds every position of the agency until the act is done: nobody changes one, nor begins to refer to one, meanwhile. */
export const lockPositions = async ({ transaction, agencyId }: Write): Promise<void> =>
  void (await transaction.$queryRaw`SELECT 1 FROM "Position" WHERE "agencyId" = ${agencyId}::uuid ORDER BY id FOR UPDATE`);
