import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { actAsSeed, type SeedAct } from './seed-account.ts';
import type { TenantRows } from './tenant-rows.ts';

/**
 * Writes one agency's rows under that agency's scope, like any other writer. A table's rows travel as one JSON value and are taken apart
 * where they are stored: thousands of rows cost the client less than statements with a parameter per value.
 */
export async function writeTenantRows(
  tx: Prisma.TransactionClient,
  agencyId: string,
  act: SeedAct,
  rows: TenantRows,
): Promise<number> {
  await actAsSeed(tx, act, agencyId);
  let written = 0;
  // The tables are in the order in which `noRows` names them, parents before their parts.
  for (const [name, entries] of Object.entries(rows)) {
    if (entries.length === 0) continue;
    const table = `"${name.charAt(0).toUpperCase()}${name.slice(1)}"`;
    // A column that no row mentions is left to its default.
    const mentioned = new Set(
      entries.flatMap((entry) =>
        Object.entries(entry)
          .filter(([, value]) => value !== undefined)
          .map(([key]) => key),
      ),
    );
    const columns = [...mentioned].map((column) => `"${column}"`).join(', ');
    written += await tx.$executeRawUnsafe(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      JSON.stringify(entries),
    );
  }
  return written;
}
