import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { actAsSeed, type SeedAct } from './seed-account.ts';
import type { TenantRows } from './tenant-rows.ts';

/** The table of a list of rows. */
export const tableOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** The columns that at least one row mentions; any other is left to its default. */
export const mentioned = (entries: readonly object[]): string[] => [
  ...new Set(
    entries.flatMap((entry) =>
      Object.entries(entry)
        .filter(([, value]) => value !== undefined)
        .map(([key]) => key),
    ),
  ),
];

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
    const table = `"${tableOf(name)}"`;
    const columns = mentioned(entries)
      .map((column) => `"${column}"`)
      .join(', ');
    written += await tx.$executeRawUnsafe(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      JSON.stringify(entries),
    );
  }
  return written;
}
