import type pg from 'pg';
import { dialects } from './dialects/dialects.ts';
import { normalForm, requireSame } from './facts.ts';
import { post } from './post.ts';
import type { Running } from './processes.ts';
import { type Assessed, nextAssessment, type Stage } from './stage.ts';

const RISKS = 3;

/**
 * Q5 changes what it is asked about, so each server does the same two assessments of a risk that stands where the one before it left it:
 * after the second the risk shows the same level whoever did it. Compared are the answers and all rows that were written.
 */
export async function compareWrites(
  servers: readonly Running[],
  { assessed }: Stage,
  superuser: pg.Client,
): Promise<void> {
  for (const risk of assessed.map((set) => set[0]).slice(0, RISKS)) {
    const [first] = servers;
    if (!risk || !first) return;
    await act(first, risk, superuser);
    const written = [];
    for (const server of servers) written.push({ server, form: await act(server, risk, superuser) });
    for (const each of written.slice(1)) requireSame('Q5', { riskId: risk.riskId }, written[0], each);
  }
}

/** Two assessments by one server: its answers and the rows that it wrote, without what differs by nature (ids, times, places in the chain). */
async function act(server: Running, risk: Assessed, superuser: pg.Client): Promise<unknown> {
  const started = await rowOf<{ now: string; version: number }>(
    superuser,
    'SELECT clock_timestamp()::text AS now, version FROM "Risk" WHERE id = $1',
    [risk.riskId],
  );
  const answers: unknown[] = [];
  for (const visit of [0, 1]) {
    const { ask, read } = dialects[server.name].Q5;
    const variables = nextAssessment({ ...risk, version: started.version + visit, visit });
    answers.push(read(await post(server, ask(variables), risk.token)));
  }
  const rows = await rowOf<{ risk: unknown; assessments: unknown; audit: unknown }>(
    superuser,
    `SELECT
       (SELECT to_jsonb(r) - '{updatedAt,createdAt}'::text[] FROM "Risk" r WHERE r.id = $1) AS risk,
       (SELECT jsonb_agg(to_jsonb(a) - 'createdAt' ORDER BY a."createdAt") FROM "Assessment" a
        WHERE a."riskId" = $1 AND a."createdAt" >= $2::timestamptz(3)) AS assessments,
       (SELECT jsonb_agg(to_jsonb(e) - '{seq,at,hash,previousHash}'::text[] ORDER BY e.seq) FROM "AuditEntry" e
        WHERE e."agencyId" = (SELECT "agencyId" FROM "Risk" WHERE id = $1) AND e.at >= $2::timestamptz(3) AND e.entity <> 'Finding') AS audit`,
    [risk.riskId, started.now],
  );
  return normalForm(withoutNature({ answers, rows }, started.version));
}

async function rowOf<Row extends pg.QueryResultRow>(
  superuser: pg.Client,
  text: string,
  values: unknown[],
): Promise<Row> {
  const [row] = (await superuser.query<Row>(text, values)).rows;
  if (!row) throw new Error(`Nothing was found: ${text}`);
  return row;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const times: ReadonlySet<string> = new Set(['createdAt', 'updatedAt']);

/** Ids become their order of appearance, versions their distance from the first one, times nothing at all. */
function withoutNature(value: unknown, firstVersion: number): unknown {
  const ids = new Map<string, string>();
  const plain = (each: unknown, key: string): unknown => {
    if (Array.isArray(each)) return each.map((part) => plain(part, key));
    if (typeof each === 'object' && each !== null)
      return Object.fromEntries(
        Object.entries(each)
          .filter(([name]) => !times.has(name))
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, part]) => [name, plain(part, name)]),
      );
    if (key === 'version') return Number(each) - firstVersion;
    if (typeof each !== 'string' || !uuid.test(each)) return each;
    ids.set(each, ids.get(each) ?? `#${ids.size + 1}`);
    return ids.get(each);
  };
  return plain(value, '');
}
