import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { mentioned } from './write-tenant-rows.ts';

/** Makes a table of all agencies hold these rows and no others, by changes that the trail keeps; what is right already is left alone. */
export async function bringTable(
  tx: Prisma.TransactionClient,
  table: 'DocumentRule' | 'CrossAgencyFinding' | 'CrossAgencyEvidence',
  entries: readonly object[],
): Promise<number> {
  const rows = JSON.stringify(entries);
  const columns = mentioned(entries).map((column) => `"${column}"`);
  const list = (prefix = '') => columns.map((column) => `${prefix}${column}`).join(', ');
  const removed = await tx.$executeRawUnsafe(
    `DELETE FROM "${table}" WHERE id::text NOT IN (SELECT r ->> 'id' FROM jsonb_array_elements($1::jsonb) r)`,
    rows,
  );
  return (
    removed +
    (await tx.$executeRawUnsafe(
      `INSERT INTO "${table}" AS kept (${list()}) SELECT ${list()} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)
       ON CONFLICT (id) DO UPDATE SET (${list()}) = ROW (${list('EXCLUDED.')})
       WHERE (${list('kept.')}) IS DISTINCT FROM (${list('EXCLUDED.')})`,
      rows,
    ))
  );
}
