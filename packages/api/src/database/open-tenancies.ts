import { createPool } from '@registry/prisma/client.ts';
import { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import type { TenancyOptions } from '@registry/schema/tenancy/tenancy-options.ts';
import { ANALYST_ROLE } from './provisioning/roles.ts';

type Connections = {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  readonly analysts: { readonly poolSize: number; readonly timeoutMs: number };
  readonly onError: (error: Error) => void;
};

/** The data as requests reach it, and over connections that only read, for what analysts have saved. */
export function openTenancies(
  { databaseUrl, poolSize, statementTimeoutMs, analysts, onError }: Connections,
  options: TenancyOptions,
) {
  const pool = createPool({ url: databaseUrl, max: poolSize, statementTimeoutMs, onError });
  const readingPool = createPool({
    url: databaseUrl,
    max: analysts.poolSize,
    statementTimeoutMs: analysts.timeoutMs,
    readOnlyRole: ANALYST_ROLE,
    onError,
  });
  return {
    tenancy: new Tenancy(pool, options),
    forAnalysts: new Tenancy(readingPool, options),
    /** Lets all connections go. */
    async end(): Promise<void> {
      await readingPool.end();
      await pool.end();
    },
  };
}
