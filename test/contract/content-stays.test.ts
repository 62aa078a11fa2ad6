import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { applicationSession, type Settings } from './application-session.ts';

/** What whoever holds the application's login, and speaks SQL with it, cannot write once a record is more than a draft. */
let database: DatabaseCopy;
const { as, attempt, select, stage } = applicationSession(() => database);

const records = ['Plan', 'SwotAnalysis', 'RiskRegister', 'YearReport'];
const agencies = ['sample-1', 'sample-2', 'chomthong', 'thonburi', 'finance', 'health', 'maedong'];
/** Entries of the integrity year, which are kept to the same, and their parts. */
let entries: readonly string[];
let partsOfEntries: readonly string[];
let approvers: Map<string, Settings>;
let centre: Settings;
beforeAll(async () => {
  database = await copyDatabase();
  const members = await select<{ agencyId: string; sub: string; code: string }>(
    `SELECT m."agencyId", a.sub, g.code FROM "Membership" m JOIN "Account" a ON a.id = m."accountId" JOIN "Agency" g ON g.id = m."agencyId"
     WHERE a.sub = ANY ($1)`,
    [agencies.map((name) => `demo|${name}-approver`)],
  );
  approvers = new Map(
    await Promise.all(
      members.map(
        async ({ agencyId, sub, code }): Promise<[string, Settings]> => [agencyId, await as(sub, 'APPROVER', code)],
      ),
    ),
  );
  // What was closed is kept likewise, and is not amended.
  entries = await tablesWith(`t.tgname = 'keep_to_life_cycle' AND encode(t.tgargs, 'escape') LIKE 'ENTRY%'`);
  partsOfEntries = await tablesWith(
    `t.tgname = 'disclose' AND c.relname IN (SELECT substr(p.tgname, 23) FROM pg_trigger p WHERE p.tgname LIKE 'pass_on_disclosure_to_%'
       AND p.tgrelid::regclass::text = ANY (ARRAY[${entries.map((each) => `'"${each}"'`)}]))`,
  );
  for (const record of records) await stage(`UPDATE "${record}" SET status = 'PUBLISHED' WHERE disclosure = 2`);
  centre = { ...(await as('demo|centre', 'CENTRE')), 'app.agency': '', 'app.duty': 'centre', 'app.floor': '1' };
});
afterAll(async () => database.drop());

/** Where the year goes on: what happened, who answered what, what hangs together. */
const workOfTheYear = [
  'Acceptance',
  'Assessment',
  'DeclarationAcknowledgement',
  'MonthlyReport',
  'PowerUse',
  'ProgressIndicatorValue',
  'ProgressReport',
  'SwotItemProject',
  'SwotItemRisk',
];
/** Kept by triggers of their own: an issued order is not amended, but followed by another. */
const orders = ['DelegationOrder', 'DelegatedPower'];

/** The columns that acts write at any time. */
const free: Readonly<Record<string, readonly string[]>> = {
  PublicItem: ['currentOn'],
  InternalAudit: ['heldFrom', 'heldTo'],
  AuditObservation: ['followUp', 'actionTh', 'actionOn'],
  Plan: ['copiedFromId'],
  Project: ['copiedFromId'],
  Risk: ['level', 'score', 'likelihood', 'impact', 'currentAssessmentId'],
  Mitigation: ['progressPercent', 'doneOn', 'dueOn', 'cancelReasonTh'],
  LibraryRisk: ['publishedAt'],
};
/** Where an entry was published is told once it was confirmed. */
const ofPublication = ['publishedOn', 'publicationChannels', 'publicationAddress'];
const derived = ['version', 'updatedAt', 'disclosure', 'isAmendment', 'isImported', 'total', 'gradeCode'];
/** Kept by `keep_place`, and by the life cycle. */
const elsewhere = ['id', 'agencyId', 'status'];

const tablesWith = async (trigger: string): Promise<string[]> =>
  (
    await select<{ table: string }>(
      `SELECT DISTINCT c.relname AS table FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE ${trigger} ORDER BY 1`,
    )
  ).map(({ table }) => table);

const kept = async (): Promise<string[]> =>
  (
    await select<{ table: string }>(
      `SELECT DISTINCT c.relname AS table FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 'keep_content' ORDER BY 1`,
    )
  ).map(({ table }) => table);

type Column = { readonly name: string; readonly changed: string };

/** The columns of a table, each with another value of its type. */
const columnsOf = (table: string): Promise<Column[]> =>
  select<Column>(
    `SELECT a.attname AS name, CASE
       WHEN e.oid IS NOT NULL THEN format('%1$I || (enum_range(NULL::%2$s))[1]', a.attname, e.oid::regtype)
       WHEN t.typtype = 'e' THEN format('(SELECT v FROM unnest(enum_range(NULL::%2$s)) v WHERE v IS DISTINCT FROM %1$I LIMIT 1)', a.attname, t.oid::regtype)
       WHEN t.typname = '_text' THEN format('%I || ''x''::text', a.attname)
       WHEN t.typname = '_int4' THEN format('%I || 1', a.attname)
       WHEN t.typname = 'uuid' THEN 'gen_random_uuid()'
       WHEN t.typname = 'bool' THEN format('coalesce(NOT %I, true)', a.attname)
       WHEN t.typname IN ('date', 'timestamptz') THEN format('coalesce(%I, now()) + interval ''1 day''', a.attname)
       WHEN t.typname = 'text' THEN format('coalesce(%I, '''') || ''x''', a.attname)
       ELSE format('coalesce(%I, 0) + 1', a.attname) END AS changed
     FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type e ON e.oid = t.typelem AND e.typtype = 'e'
     WHERE a.attrelid = format('public.%I', $1::text)::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    [table],
  );

/** Where a row has to be of some kind: a method that could change, a measure as it begins. */
const suitable: Readonly<Record<string, string>> = {
  RiskRegister: 'AND "methodId" IS NOT NULL',
  Mitigation: `AND status = 'PLANNED'`,
};

/** Where a row is in force though nobody but its agency reads it. */
const confirmed: Readonly<Record<string, string>> = { AuditObservation: `status = 'RECORDED'` };

type Row = { readonly place: string; readonly by: Settings };

/** A row of a record that is in force, and who may write there. */
async function rowOf(table: string): Promise<Row> {
  if (table.startsWith('Library')) {
    const risk = `(SELECT id FROM "LibraryRisk" WHERE status = 'PUBLISHED')`;
    const [row] = await select<{ ctid: string }>(
      `SELECT ctid::text FROM "${table}" WHERE ${table === 'LibraryRisk' ? 'id' : '"libraryRiskId"'} IN ${risk} LIMIT 1`,
    );
    return { place: `ctid = '${row?.ctid}'`, by: centre };
  }
  const [row] = await select<{ ctid: string; agencyId: string }>(
    `SELECT ctid::text, "agencyId" FROM "${table}" WHERE ${confirmed[table] ?? 'disclosure > 0'} AND "agencyId" = ANY ($1)
       ${suitable[table] ?? ''} ORDER BY disclosure DESC LIMIT 1`,
    [[...approvers.keys()]],
  );
  const by = approvers.get(row?.agencyId ?? '');
  if (!row || !by) throw new Error(`No agency of the personas has a ${table} that is in force.`);
  return { place: `"agencyId" = app.agency() AND ctid = '${row.ctid}'`, by };
}

/** Takes up again what is in force, as an approver does. */
const amend = (): string[] => [
  ...records.map(
    (record) =>
      `UPDATE "${record}" SET status = 'AMENDING' WHERE "agencyId" = app.agency() AND status IN ('IMPORTED', 'APPROVED', 'PUBLISHED')`,
  ),
  ...entries.map(
    (entry) =>
      `UPDATE "${entry}" SET status = 'CORRECTING' WHERE "agencyId" = app.agency() AND status IN ('IMPORTED', 'RECORDED', 'PUBLISHED')`,
  ),
];

describe('the content of what is approved, published or imported', () => {
  it('is kept in every table that belongs to a record, but for the work of the year', async () => {
    const parts = await select<{ table: string }>(
      `SELECT DISTINCT c.relname AS table FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname IN ('count_content', 'begin_content')`,
    );
    const ofEntries = [...entries, ...partsOfEntries];
    const expected = [...parts.map(({ table }) => table), ...ofEntries, 'LibraryRisk', 'LibraryMeasure'].filter(
      (table) => !workOfTheYear.includes(table) && !orders.includes(table),
    );
    expect(await kept()).toEqual(expected.sort());
  });

  it('does not change, column by column, whoever speaks SQL', async () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const table of await kept()) {
      const { place, by } = await rowOf(table);
      for (const { name, changed } of await columnsOf(table)) {
        if (elsewhere.includes(name)) continue;
        const isOfEntry = entries.includes(table) && ofPublication.includes(name);
        const isFree = derived.includes(name) || isOfEntry || free[table]?.includes(name);
        const outcome = await attempt(by, `UPDATE "${table}" SET "${name}" = ${changed} WHERE ${place}`);
        tried += 1;
        if (isFree ? outcome === 'RG422' : outcome !== 'RG422') wrong.push(`${table}.${name}: ${outcome}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(150);
    console.info(`${tried} columns of ${(await kept()).length} tables of content`);
  }, 120_000);

  it('gains nothing, but measures against a risk that rose', async () => {
    const outcomes: Record<string, unknown> = {};
    for (const table of (await kept()).filter((each) => ![...records, ...entries, 'LibraryRisk'].includes(each))) {
      const { place, by } = await rowOf(table);
      outcomes[table] = await attempt(
        by,
        `INSERT INTO "${table}" SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()))).* FROM "${table}" t WHERE ${place}`,
      );
    }
    const { Mitigation, ...others } = outcomes;
    expect(Object.entries(others).filter(([, outcome]) => outcome !== 'RG422')).toEqual([]);
    expect(Mitigation).toBe(1);
  });

  it('is written again once it is amended', async () => {
    const outcomes: [string, unknown][] = [];
    for (const table of (await kept()).filter((each) => !each.startsWith('Library'))) {
      const { by } = await rowOf(table);
      const own = (await columnsOf(table)).find(({ name }) =>
        /^(textTh|titleTh|measureTh|noteTh|reasonTh)$/.test(name),
      );
      if (!own) continue;
      const change = `UPDATE "${table}" SET "${own.name}" = ${own.changed} WHERE "agencyId" = app.agency() AND ${entries.includes(table) ? `status = 'CORRECTING'` : 'disclosure = 2'}`;
      outcomes.push([table, await attempt(by, ...amend(), change)]);
    }
    expect(outcomes.filter(([, outcome]) => !(Number(outcome) > 0))).toEqual([]);
    expect(outcomes.length).toBeGreaterThan(8);
  });

  it('keeps the library’s measures, as the risks that they belong to', async () => {
    const { place } = await rowOf('LibraryMeasure');
    expect(await attempt(centre, `DELETE FROM "LibraryMeasure" WHERE ${place}`)).toBe('RG422');
  });
});
