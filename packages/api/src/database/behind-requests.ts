import { createPool, type Pool } from '@registry/prisma/client.ts';

/** What takes longer is given up, and done with the next time. */
const MS_MAX = 2_000;

/** One connection for what is counted behind the requests: none of them waits for it, nor it for them. */
export const poolBehindRequests = (databaseUrl: string): Pool =>
  createPool({ url: databaseUrl, max: 1, statementTimeoutMs: MS_MAX, onError: () => undefined });
