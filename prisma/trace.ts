/** Records what is done for a request. It never sees values, only the texts of statements. */
export type Trace = {
  /** Statements that were sent together: how long they waited for a connection, and how long PostgreSQL took. */
  batch(texts: readonly string[], waitMs: number, ms: number): void;
  /** A read that was left to Prisma, such as `findMany Risk`, and why. */
  prismaRead(read: string, reason: string, ms: number): void;
};
