import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate } from '@registry/prisma/migrate.ts';
import { registryAccountId } from '@registry/seed/rows/registry-account.ts';
import { asSuperuser, copyDatabase, type DatabaseCopy, emptyDatabase } from '../kit/database-copy.ts';

/** The last migration before items of the OIT were kept for every agency. */
const BEFORE = '20261130800100_codes_of_oit_checklists';
const ours = fileURLToPath(new URL('../../prisma', import.meta.url));

/** What is taken over from the seeded city, as far as it was there: the tables that what came later is worked out from. */
const filled = [
  ...[
    'Account',
    'Agency',
    'Plan',
    'RiskRegister',
    'YearReport',
    'Edition',
    'Declaration',
    'Committee',
    'InternalAudit',
  ],
  ...['ItaRuleSet', 'ItaInstrument', 'ItaIndicator', 'ItaGradeBand', 'ItaAssessment', 'ItaInstrumentScore'],
  ...['ItaIndicatorScore', 'OitTopic', 'ItaRound', 'ItaRoundStep', 'OitChecklistItem'],
];

let city: DatabaseCopy;
let old: DatabaseCopy;
let prismaDir: string;
const ask = <Row extends object>(text: string, values: unknown[] = []) => asSuperuser<Row>(old.superuser, text, values);
const upgrade = (dir: string) => migrate({ ownerUrl: old.owner, prismaDir: dir, onProgress: () => undefined });

/** The migrations up to one of them, with the functions that the rows of that time were graded by. */
async function folderUpTo(last: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-upgrade-'));
  const names = (await readdir(join(ours, 'migrations'))).filter((name) => name <= last || name.endsWith('.toml'));
  for (const name of names)
    await cp(join(ours, 'migrations', name), join(folder, 'migrations', name), { recursive: true });
  for (const file of ['2-rules/ita.sql', '4-triggers/ita.sql']) {
    await mkdir(dirname(join(folder, 'functions', file)), { recursive: true });
    await cp(join(ours, 'functions', file), join(folder, 'functions', file));
  }
  return folder;
}

/** The rows of a table of the city, in the columns that it had. */
async function takeOver(table: string): Promise<void> {
  const columns = await ask<{ name: string }>(
    `SELECT quote_ident(attname) AS name FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
    [`public."${table}"`],
  );
  if (columns.length === 0) return;
  const [found] = await asSuperuser<{ rows: object[] | null }>(
    city.superuser,
    `SELECT jsonb_agg(to_jsonb(t)) AS rows FROM "${table}" t ${table === 'OitTopic' ? `WHERE "declarationKind" IS NULL AND "reportKind" IS NULL` : ''}`,
  );
  // Where a topic came from had to be a document at that time.
  const rows = (found?.rows ?? []).map((row) => ({
    ...(table === 'OitTopic' && { sourceDocument: '000', sourceSection: '6' }),
    ...withoutNulls(row),
  }));
  const names = columns.map(({ name }) => name).join(', ');
  await ask(
    `WITH off AS (SELECT set_config('session_replication_role', 'replica', false))
     INSERT INTO "${table}" (${names}) SELECT ${names} FROM off, jsonb_populate_recordset(NULL::"${table}", $1::jsonb) ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}

const withoutNulls = (row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

beforeAll(async () => {
  [city, old] = await Promise.all([copyDatabase(), emptyDatabase()]);
  prismaDir = await folderUpTo(BEFORE);
  await upgrade(prismaDir);
  for (const table of filled) await takeOver(table);
  // A result as it stood: an instrument too low for the better grades, another one not known, and no grade.
  await ask(
    `WITH off AS (SELECT set_config('session_replication_role', 'replica', false)), result AS (SELECT a.id, a."agencyId" FROM off, "ItaAssessment" a
       JOIN "Agency" g ON g.id = a."agencyId" WHERE g.code = 'SAMPLE-1' AND a."fiscalYear" = 2567),
     gone AS (DELETE FROM "ItaInstrumentScore" s USING result WHERE s."assessmentId" = result.id AND s.code <> 'IIT'),
     averages AS (DELETE FROM "ItaIndicatorScore" s USING result WHERE s."assessmentId" = result.id),
     low AS (INSERT INTO "ItaInstrumentScore" (id, "agencyId", disclosure, "assessmentId", code, "scorePrinted")
       SELECT gen_random_uuid(), "agencyId", 2, id, 'IIT', '40.00' FROM result
       ON CONFLICT ("agencyId", "assessmentId", code) DO UPDATE SET "scorePrinted" = excluded."scorePrinted")
     UPDATE "ItaAssessment" a SET "totalPrinted" = '86.00', total = 86, "gradeCode" = NULL FROM result WHERE a.id = result.id`,
  );
  await upgrade(ours);
}, 120_000);
afterAll(async () => {
  await Promise.all([city.drop(), old.drop(), rm(prismaDir, { recursive: true, force: true })]);
});

describe('a database that was filled before items of the OIT were kept', () => {
  it('has every item of a checklist for every agency that it concerns, and for no other', async () => {
    const [counts] = await ask<{ kept: number; owed: number; wrong: number }>(
      `SELECT (SELECT count(*) FROM "OitItem")::int AS kept,
         (SELECT count(*) FROM "OitChecklistItem" c JOIN "ItaRound" r ON r.id = c."roundId" JOIN "Agency" a ON (a.kind = 'SAMPLE') = r."isSample")::int AS owed,
         (SELECT count(*) FROM "OitItem" i JOIN "Agency" a ON a.id = i."agencyId" WHERE a.kind <> 'SAMPLE')::int AS wrong`,
    );
    expect(counts?.owed).toBeGreaterThan(0);
    expect(counts).toEqual({ kept: counts?.owed, owed: counts?.owed, wrong: 0 });
  });

  it('has them answered by what agencies had published, as the database answers them when it is asked again', async () => {
    const answers = () =>
      ask<{ id: string; answer: string; editionId: string | null }>(
        `SELECT id, answer::text, "editionId" FROM "OitItem" ORDER BY id`,
      );
    const before = await answers();
    expect(before.filter(({ answer, editionId }) => answer === 'RECORD' && editionId !== null).length).toBeGreaterThan(
      0,
    );
    await ask(
      `SELECT set_config('app.account', '${registryAccountId}', false), set_config('app.act', 'test', false); UPDATE "OitItem" SET version = version`,
    );
    expect(await answers()).toEqual(before);
  });

  it('finds the answered ones by search, and no other', async () => {
    const wrong = await ask(
      `SELECT i.id FROM "OitItem" i LEFT JOIN "SearchText" s ON s.id = i.id WHERE (i.answer <> 'NONE') <> (s.id IS NOT NULL)`,
    );
    expect(wrong).toEqual([]);
  });

  it('has a result that was known in part graded anew, in the name of the registry', async () => {
    const [result] = await ask<{ gradeCode: string | null }>(
      `SELECT a."gradeCode" FROM "ItaAssessment" a JOIN "Agency" g ON g.id = a."agencyId" WHERE g.code = 'SAMPLE-1' AND a."fiscalYear" = 2567`,
    );
    expect(result?.gradeCode).toEqual(expect.any(String));
    const named = await ask<{ accountId: string }>(
      `SELECT DISTINCT "accountId" FROM "AuditEntry" WHERE act = 'gradeAgain'`,
    );
    expect(named).toEqual([{ accountId: registryAccountId }]);
  });
});
