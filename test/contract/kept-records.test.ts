import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { applicationSession } from './application-session.ts';

/** What whoever holds the application's login, and speaks SQL with it, cannot do to a record that was submitted. */
let database: DatabaseCopy;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

const { as, attempt, select, stage } = applicationSession(() => database);

const statuses = ['DRAFT', 'SUBMITTED', 'RETURNED', 'IMPORTED', 'APPROVED', 'PUBLISHED', 'AMENDING', 'CLOSED'];
/** The steps that an approver takes. */
const ownSteps: Readonly<Record<string, readonly string[]>> = {
  DRAFT: ['SUBMITTED'],
  AMENDING: ['SUBMITTED'],
  RETURNED: ['DRAFT'],
  IMPORTED: ['AMENDING'],
  APPROVED: ['PUBLISHED', 'AMENDING'],
  PUBLISHED: ['AMENDING', 'CLOSED'],
};

describe('a status', () => {
  const to = (status: string, was: string) => `UPDATE "RiskRegister" SET status = '${status}' WHERE status = '${was}'`;

  it('moves along its life cycle only, in the role whose step it is, and begins at its beginning', async () => {
    await stage(
      `UPDATE "RiskRegister" SET status = v.status::"RecordStatus" FROM (
         SELECT id, (ARRAY['DRAFT', 'SUBMITTED', 'APPROVED', 'PUBLISHED'])[row_number() OVER (PARTITION BY "agencyId" ORDER BY id)] AS status FROM "RiskRegister"
       ) v WHERE v.id = "RiskRegister".id AND v.status IS NOT NULL`,
    );
    const approver = await as('demo|sample-1-approver', 'APPROVER');
    const editor = await as('demo|sample-1-editor', 'EDITOR');
    const present = await select<{ status: string }>(
      `SELECT DISTINCT r.status::text AS status FROM "RiskRegister" r JOIN "Agency" g ON g.id = r."agencyId" WHERE g.code = 'SAMPLE-1'`,
    );
    for (const { status } of present) {
      for (const next of statuses.filter((each) => each !== status)) {
        const isStep = ownSteps[status]?.includes(next) ?? false;
        const moved = await attempt(approver, to(next, status));
        expect([status, next, typeof moved]).toEqual([status, next, isStep ? 'number' : 'string']);
        expect([status, next, await attempt(editor, to(next, status))]).toEqual([status, next, 'RG422']);
      }
    }
    const begun = `INSERT INTO "RiskRegister" (id, "agencyId", "fiscalYear", "methodId", status, "updatedAt")
      SELECT gen_random_uuid(), app.agency(), 2600, id, 'PUBLISHED', now() FROM "RiskMethod" LIMIT 1`;
    expect(await attempt(approver, begun)).toBe('RG422');
    expect(await attempt(approver, begun.replace('PUBLISHED', 'DRAFT'))).toBe(1);
  });
});

describe('an amendment', () => {
  const own = `"agencyId" = app.agency()`;
  const change = (assignments: string, where: string) =>
    `UPDATE "RiskRegister" SET ${assignments} WHERE ${own} AND ${where}`;

  it('never becomes a draft, which would hide it, nor tells of itself what is not so', async () => {
    const approver = await as('demo|sample-1-approver', 'APPROVER');
    const [register] = await select<{ id: string }>(
      `SELECT r.id FROM "RiskRegister" r WHERE r."agencyId" = $1 AND r.status IN ('APPROVED', 'PUBLISHED') LIMIT 1`,
      [approver['app.agency']],
    );
    const one = `id = '${register?.id}'`;
    const state = async () =>
      (await select<object>(`SELECT status::text, disclosure, "isAmendment" FROM "RiskRegister" WHERE ${one}`))[0];
    await stage(`UPDATE "RiskRegister" SET status = 'AMENDING' WHERE ${one}`);
    expect(await state()).toEqual({ status: 'AMENDING', disclosure: 2, isAmendment: true });
    await stage(`UPDATE "RiskRegister" SET status = 'SUBMITTED' WHERE ${one}`);
    expect(await state()).toEqual({ status: 'SUBMITTED', disclosure: 2, isAmendment: true });
    await stage(`UPDATE "RiskRegister" SET status = 'RETURNED', "isAmendment" = false, disclosure = 0 WHERE ${one}`);
    expect(await state()).toEqual({ status: 'RETURNED', disclosure: 2, isAmendment: true });
    expect(await attempt(approver, change(`status = 'DRAFT'`, one))).toBe('RG422');
    expect(await attempt(approver, change(`status = 'AMENDING'`, one))).toBe(1);
    await stage(`UPDATE "RiskRegister" SET status = 'APPROVED' WHERE ${one}`);
    expect(await state()).toEqual({ status: 'APPROVED', disclosure: 2, isAmendment: false });
  });
});

describe('what was submitted', () => {
  it('is not removed, with or without what hangs on it, from any table', async () => {
    const approver = await as('demo|sample-1-approver', 'APPROVER');
    const guarded = await select<{ table: string }>(
      `SELECT c.relname AS table FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 'keep_submitted' ORDER BY 1`,
    );
    let tried = 0;
    for (const { table } of guarded) {
      const [there] = await select<{ count: number }>(
        `SELECT count(*)::int AS count FROM "${table}" WHERE disclosure > 0 AND "agencyId" = $1`,
        [approver['app.agency']],
      );
      if (!there?.count) continue;
      tried += 1;
      const removed = await attempt(approver, `DELETE FROM "${table}" WHERE disclosure > 0`);
      expect([table, ['RG422', '42501', '23503', '23001'].includes(String(removed))]).toEqual([table, true]);
    }
    expect(tried).toBeGreaterThan(10);
    console.info(`${tried} tables: nothing of a submitted record was removed`);
  });

  it('keeps its assessments: a risk of an approved register stays, and a risk of a draft can go', async () => {
    const approver = await as('demo|sample-1-approver', 'APPROVER');
    const removal = (where: string) =>
      `DELETE FROM "Risk" WHERE id = (SELECT r.id FROM "Risk" r WHERE ${where} AND EXISTS (SELECT 1 FROM "Assessment" a WHERE a."riskId" = r.id) AND NOT EXISTS (SELECT 1 FROM "Risk" n WHERE n."carriedFromId" = r.id) AND NOT EXISTS (SELECT 1 FROM "YearReportItem" i WHERE i."riskId" = r.id) LIMIT 1)`;
    expect(await attempt(approver, removal('r.disclosure > 0'))).toBe('RG422');
    await stage(
      `UPDATE "RiskRegister" SET status = 'DRAFT' WHERE "agencyId" = '${approver['app.agency']}' AND "fiscalYear" = (SELECT max("fiscalYear") FROM "Risk" WHERE "agencyId" = '${approver['app.agency']}')`,
    );
    expect(await attempt(approver, removal('r.disclosure = 0'))).toBe(1);
  });

  it('guards every table from which the model lets append-only rows go', async () => {
    const open = await select<{ table: string }>(
      `WITH RECURSIVE kept AS (
         SELECT unnest(ARRAY['Assessment', 'Acceptance', 'StatusChange', 'ReviewComment', 'ProgressReport', 'MonthlyReport']::name[]) AS name
         UNION SELECT f.relname FROM kept JOIN pg_constraint o ON o.conrelid = format('public.%I', kept.name)::regclass AND o.contype = 'f' AND o.confdeltype = 'c'
           JOIN pg_class f ON f.oid = o.confrelid
       )
       SELECT name AS table FROM kept WHERE NOT EXISTS (
         SELECT 1 FROM pg_trigger t WHERE t.tgrelid = format('public.%I', name)::regclass AND t.tgname = 'keep_submitted')`,
    );
    expect(open).toEqual([]);
  });
});

describe('a part of a record', () => {
  it('stays there, so that nothing of a submitted record is moved into a draft and removed with it', async () => {
    const approver = await as('demo|sample-1-approver', 'APPROVER');
    await stage(
      `INSERT INTO "RiskRegister" (id, "agencyId", "fiscalYear", "methodId", "updatedAt")
       SELECT gen_random_uuid(), '${approver['app.agency']}', 2610, id, now() FROM "RiskMethod" LIMIT 1`,
    );
    const draft = `(SELECT id FROM "RiskRegister" WHERE "fiscalYear" = 2610)`;
    const risk = `(SELECT r.id FROM "Risk" r WHERE r.disclosure > 0 AND EXISTS (SELECT 1 FROM "Assessment" a WHERE a."riskId" = r.id) LIMIT 1)`;
    for (const change of [`"registerId" = ${draft}, "fiscalYear" = 2610, code = 'moved'`, 'id = gen_random_uuid()'])
      expect([change, await attempt(approver, `UPDATE "Risk" SET ${change} WHERE id = ${risk}`)]).toEqual([
        change,
        'RG422',
      ]);
    expect(await attempt(approver, `UPDATE "Risk" SET version = version + 1 WHERE id = ${risk}`)).toBe(1);
  });

  it('is held there whatever it is: by every key that goes with the whole', async () => {
    const open = await select<{ part: string; column: string }>(
      `SELECT c.relname AS part, a.attname AS column FROM pg_trigger counted JOIN pg_class c ON c.oid = counted.tgrelid
         JOIN pg_constraint o ON o.conrelid = c.oid AND o.contype = 'f' AND o.confdeltype = 'c' AND o.confrelid <> c.oid
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = o.conkey[2]
       WHERE counted.tgname = 'count_content'
         AND o.confrelid NOT IN (SELECT oid FROM pg_class WHERE relname IN ('Project', 'Risk') AND c.relname LIKE 'SwotItem%')
         AND NOT EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'keep_place'
           AND pg_get_triggerdef(t.oid) LIKE '%' || a.attname || '%' AND pg_get_triggerdef(t.oid) LIKE '%agencyId%')`,
    );
    // What a link leads to, or a value is of, is no whole of it.
    const links = ['RiskPower.powerId', 'ProgressIndicatorValue.indicatorId'];
    expect(open.filter(({ part, column }) => !links.includes(`${part}.${column}`))).toEqual([]);
  });
});
