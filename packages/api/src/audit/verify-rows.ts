import type { Client } from 'pg';
import { connectTo } from '../database/connect.ts';

/** A row that differs from the trail. Its values are left out, since who verifies may not be allowed to read them. */
export type RowFault = {
  readonly code: string;
  readonly table: string;
  /** The id of the row, or the values of its key. */
  readonly key: string;
  readonly kind: RowFaultKind;
  /** The columns that differ. */
  readonly columns: readonly string[];
};

const kinds = {
  ROW_CHANGED: ['แถวไม่ตรงกับบันทึกครั้งสุดท้าย', 'the row differs from what the trail last said of it'],
  ROW_MISSING: ['แถวหายไปโดยไม่มีบันทึกการลบ', 'the row is gone, and the trail has no removal'],
  ROW_UNRECORDED: ['ไม่มีบันทึกว่าแถวนี้ถูกเพิ่ม', 'the trail does not say that the row was added'],
} as const;

export type RowFaultKind = keyof typeof kinds;

export const meaningOfRow = (kind: RowFaultKind): { th: string; en: string } => ({
  th: kinds[kind][0],
  en: kinds[kind][1],
});

/** Columns that the database derives and the trail leaves out: see `app.audit()`. */
const DERIVED = ['disclosure', 'updatedAt', 'lastSignInAt'];

/** Findings follow from other rows by rules, and a refresh is recorded by their keys alone. */
const LEFT_OUT = ['Finding'];

/** The chain of rows that belong to the city. */
const CITY = '00000000-0000-0000-0000-000000000000';

const SHOWN_PER_CHAIN_MAX = 1_000;

type AuditedTable = {
  readonly name: string;
  readonly key: readonly string[];
  readonly agencyColumn: 'NONE' | 'OPTIONAL' | 'ALWAYS';
};

const TABLES = `
  SELECT c.relname AS name,
    (SELECT array_agg(a.attname::text ORDER BY k.place) FROM pg_index i, unnest(i.indkey::int2[]) WITH ORDINALITY k (number, place)
      JOIN pg_attribute a ON a.attnum = k.number WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid) AS key,
    coalesce((SELECT CASE WHEN a.attnotnull THEN 'ALWAYS' ELSE 'OPTIONAL' END FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attname = 'agencyId' AND NOT a.attisdropped), 'NONE') AS "agencyColumn"
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE t.tgfoid = 'app.audit'::regproc AND NOT t.tgisinternal AND c.relname <> ALL ($1)
  ORDER BY 1`;

const keyOf = (table: AuditedTable, row: string): string =>
  table.key.length === 1 && table.key[0] === 'id'
    ? `${row} ->> 'id'`
    : `concat_ws(' ', ${table.key.map((column) => `${row} ->> '${column}'`).join(', ')})`;

/** The rows of a chain as they are. */
function rowsOf(table: AuditedTable, isCity: boolean): string | null {
  if (isCity ? table.agencyColumn === 'ALWAYS' : table.agencyColumn === 'NONE') return null;
  const belongs = isCity
    ? table.agencyColumn === 'NONE'
      ? 'true'
      : 't."agencyId" IS NULL'
    : 't."agencyId" = $1::uuid';
  return `SELECT '${table.name}' AS entity, ${keyOf(table, 'to_jsonb(t)')} AS key, to_jsonb(t) AS row FROM "${table.name}" t WHERE ${belongs}`;
}

/** Compares every row of a chain with what its entries say, the later over the earlier. Columns that came after a row are not compared. */
function comparison(tables: readonly AuditedTable[], isCity: boolean): string {
  const concerned = tables.flatMap((table) => rowsOf(table, isCity) ?? []);
  const composite = tables.filter(({ key }) => key.join() !== 'id');
  const keys = composite.map((table) => `WHEN '${table.name}' THEN ${keyOf(table, 'coalesce(after, before)')}`);
  const names = tables.map(({ name }) => `'${name}'`).join(', ');
  return `
    WITH told AS (
      SELECT entity, CASE entity ${keys.join(' ')} ELSE "entityId"::text END AS key, seq, action, after
      FROM "AuditEntry" WHERE "agencyId" = $1::uuid AND entity IN (${names})
    ), state AS (
      SELECT t.entity, t.key, bool_or(t.action = 'INSERT') AS added,
        coalesce(max(t.seq) FILTER (WHERE t.action = 'DELETE'), 0) > coalesce(max(t.seq) FILTER (WHERE t.action <> 'DELETE'), 0) AS removed,
        jsonb_object_agg(e.key, e.value ORDER BY t.seq) FILTER (WHERE e.key IS NOT NULL) AS row
      FROM told t LEFT JOIN LATERAL jsonb_each(t.after) e ON true GROUP BY 1, 2
    ), stored AS (${concerned.join('\n UNION ALL ')}
    ), compared AS (
      SELECT entity AS "table", key, state.row IS NOT NULL AND NOT state.removed AS told, state.added, stored.row IS NOT NULL AS found,
        ARRAY(SELECT s.key FROM jsonb_each(state.row) s WHERE stored.row ? s.key AND s.key <> ALL ($2::text[])
          AND stored.row -> s.key IS DISTINCT FROM s.value ORDER BY 1) AS columns
      FROM state FULL JOIN stored USING (entity, key)
    )
    SELECT "table", key, columns, count(*) OVER ()::int AS total,
      CASE WHEN NOT found THEN 'ROW_MISSING' WHEN NOT coalesce(told AND added, false) THEN 'ROW_UNRECORDED' ELSE 'ROW_CHANGED' END AS kind
    FROM compared
    WHERE found IS DISTINCT FROM coalesce(told, false) OR (found AND NOT coalesce(added, false)) OR (found AND cardinality(columns) > 0)
    ORDER BY 1, 2 LIMIT ${SHOWN_PER_CHAIN_MAX}`;
}

type Chain = { readonly id: string; readonly code: string };
type FaultRow = Omit<RowFault, 'code'> & { readonly total: number };

/** Every agency and the city. Load data was never recorded, and is made up: agencies that are nothing else are left out. */
const CHAINS = `
  SELECT id, code FROM "Agency" g
  WHERE code NOT LIKE 'LOAD-%' OR EXISTS (SELECT 1 FROM "AuditEntry" e WHERE e."agencyId" = g.id)
  UNION ALL SELECT '${CITY}', 'CITY' ORDER BY 2`;

export type RowsVerified = { readonly chains: number; readonly tables: number; readonly faults: number };

export type VerifyRowsOptions = {
  readonly ownerUrl: string;
  /** Told of faults as they are found, at most a thousand of a chain. */
  readonly onFault: (fault: RowFault) => void;
  readonly onProgress?: (done: number, of: number) => void;
};

async function verifyChain(client: Client, chain: Chain, texts: { city: string; agency: string }): Promise<FaultRow[]> {
  const isCity = chain.id === CITY;
  await client.query(`SELECT set_config('app.agency', $1, true)`, [isCity ? '' : chain.id]);
  const [name, text] = isCity ? ['verify_city', texts.city] : ['verify_agency', texts.agency];
  return (await client.query<FaultRow>({ name, text, values: [chain.id, DERIVED] })).rows;
}

/**
 * Compares the rows of all audited tables with the trail, which has every value that a row ever had: what was changed, removed or added
 * with the triggers off is found. It reads one snapshot, agency by agency, so that writers go on and memory holds one agency.
 */
export async function verifyRows({ ownerUrl, onFault, onProgress }: VerifyRowsOptions): Promise<RowsVerified> {
  const client = await connectTo(ownerUrl);
  try {
    await client.query(`SET timezone = 'UTC'; SET plan_cache_mode = force_generic_plan; SET jit = off`);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: tables } = await client.query<AuditedTable>(TABLES, [LEFT_OUT]);
    const { rows: chains } = await client.query<Chain>(CHAINS);
    const texts = { city: comparison(tables, true), agency: comparison(tables, false) };
    let faults = 0;
    for (const [index, chain] of chains.entries()) {
      const found = await verifyChain(client, chain, texts);
      faults += found[0]?.total ?? 0;
      for (const { total: _total, ...fault } of found) onFault({ ...fault, code: chain.code });
      onProgress?.(index + 1, chains.length);
    }
    return { chains: chains.length, tables: tables.length, faults };
  } finally {
    await client.end();
  }
}
