const isAllReadByPrisma = process.env.COMPILED_READS === '0';

/**
 * The heap of a worker. What lives takes a tenth of it. Without a bound a worker keeps garbage until Jest takes it for a leak and starts another, which
 * loads the product anew. Where all is read by Prisma, it keeps a plan for each shape of a query, of which the probes have thousands.
 */
export const heapMb = isAllReadByPrisma ? 3_000 : 1_200;

/** With how much in its heap a worker is ended after a file, and another one started. */
export const tooMuchMb = isAllReadByPrisma ? 2_400 : 1_500;
