import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

/** What whoever holds the application's login, and speaks SQL with it, can do beside what the application does: nothing. */
let database: DatabaseCopy;
const select = <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
  asSuperuser<Row>(database.superuser, text, values);

beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

/** Sets the stage as whoever repairs a database would: in the registry's own name, and not bound by life cycles. */
const stage = (text: string) =>
  select(`SELECT set_config('app.account', app.registry_account()::text, false); ${text}`);

type Settings = Readonly<Record<string, string>>;

/** Runs statements as the application's login in one transaction that is undone: the code of the first refusal, or what the last one changed. */
async function attempt(
  settings: Settings,
  ...statements: readonly (string | Settings)[]
): Promise<string | number | null> {
  const client = new pg.Client({ connectionString: database.app });
  await client.connect();
  const put = async (some: Settings) => {
    for (const [name, value] of Object.entries(some))
      await client.query('SELECT set_config($1, $2, true)', [name, value]);
  };
  try {
    await client.query('BEGIN');
    await put(settings);
    let changed: number | null = null;
    for (const statement of statements) {
      if (typeof statement === 'string') changed = (await client.query(statement)).rowCount;
      else await put(statement);
    }
    return changed;
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? null) : String(error);
  } finally {
    await client.query('ROLLBACK');
    await client.end();
  }
}

const accountOf = async (sub: string): Promise<string> =>
  (await select<{ id: string }>('SELECT id FROM "Account" WHERE sub = $1', [sub]))[0]?.id ?? '';

async function as(persona: string, role: string, agency = 'SAMPLE-1'): Promise<Settings> {
  const [found] = await select<{ id: string }>('SELECT id FROM "Agency" WHERE code = $1', [agency]);
  return {
    'app.agency': found?.id ?? '',
    'app.account': await accountOf(persona),
    'app.role': role,
    'app.act': 'editRisk',
  };
}

const editRisk = `UPDATE "Risk" SET version = version + 1 WHERE id = (SELECT id FROM "Risk" ORDER BY id LIMIT 1)`;
const city = (duty: string, floor: string) => ({ 'app.agency': '', 'app.duty': duty, 'app.floor': floor });

describe('an actor', () => {
  it('is a member of the agency that writes there, in the role that it says', async () => {
    expect(await attempt(await as('demo|sample-1-editor', 'EDITOR'), editRisk)).toBe(1);
    const refused: [string, Settings][] = [
      ['of another agency', await as('demo|sample-2-editor', 'EDITOR')],
      ['in a role that it does not hold', await as('demo|sample-1-editor', 'APPROVER')],
      ['in a role that writes nothing', await as('demo|sample-1-viewer', 'VIEWER')],
      ['without a role', await as('demo|sample-1-editor', '')],
      ['of the city', await as('demo|centre', 'CENTRE')],
      ['that does not exist', { ...(await as('', 'EDITOR')), 'app.account': '00000000-0000-7000-8000-00000000dead' }],
      ['that loads data', await as('service|initial-data-load', '')],
      ['that is the registry itself, which writes findings alone', await as('service|registry', '')],
    ];
    for (const [who, settings] of refused) expect([who, await attempt(settings, editRisk)]).toEqual([who, 'RG403']);
  });

  it('is nobody who was disabled or is no longer a member', async () => {
    const settings = await as('demo|sample-2-approver', 'APPROVER', 'SAMPLE-2');
    expect(await attempt(settings, editRisk)).toBe(1);
    await select('UPDATE "Account" SET disabled = true WHERE id = $1', [settings['app.account']]);
    expect(await attempt(settings, editRisk)).toBe('RG403');
    await select('UPDATE "Account" SET disabled = false WHERE id = $1', [settings['app.account']]);
    await select('DELETE FROM "Membership" WHERE "accountId" = $1', [settings['app.account']]);
    expect(await attempt(settings, editRisk)).toBe('RG403');
  });

  it('does not become somebody else in the course of a transaction', async () => {
    const other = { 'app.account': await accountOf('demo|sample-2-editor') };
    expect(await attempt(await as('demo|sample-1-editor', 'EDITOR'), editRisk, other, editRisk)).toBe('RG403');
    const stronger = { 'app.role': 'APPROVER' };
    expect(await attempt(await as('demo|sample-1-editor', 'EDITOR'), editRisk, stronger, editRisk)).toBe('RG403');
  });

  it('does a duty of the city in its role alone', async () => {
    const approve = `UPDATE "RiskRegister" SET status = 'APPROVED' WHERE status = 'SUBMITTED'`;
    await stage(
      `UPDATE "RiskRegister" SET status = 'SUBMITTED' WHERE id = (SELECT id FROM "RiskRegister" WHERE status = 'APPROVED' LIMIT 1)`,
    );
    const centre = { ...(await as('demo|centre', 'CENTRE')), ...city('centre', '1') };
    expect(Number(await attempt(centre, approve))).toBeGreaterThan(0);
    const auditor = { ...centre, 'app.account': await accountOf('demo|auditor') };
    expect(await attempt(auditor, approve)).toBe('RG403');
    expect(await attempt({ ...auditor, 'app.role': 'AUDITOR' }, approve)).toBe('RG422');
  });
});

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
      `DELETE FROM "Risk" WHERE id = (SELECT r.id FROM "Risk" r WHERE ${where} AND EXISTS (SELECT 1 FROM "Assessment" a WHERE a."riskId" = r.id) AND NOT EXISTS (SELECT 1 FROM "Risk" n WHERE n."carriedFromId" = r.id) LIMIT 1)`;
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
    expect(await attempt(approver, `UPDATE "Risk" SET code = 'kept' WHERE id = ${risk}`)).toBe(1);
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

describe('a signature', () => {
  /** A row like one that is there, with some columns of its own. */
  const like = (table: string, columns: Readonly<Record<string, string>>) => `
    INSERT INTO "${table}" SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()${Object.entries(
      columns,
    )
      .map(([column, value]) => `, '${column}', ${value}`)
      .join('')}))).* FROM "${table}" t WHERE t."agencyId" = app.agency() LIMIT 1`;

  it('is that of who acts, on whatever is signed', async () => {
    const approver = await as('demo|sample-1-approver', 'APPROVER');
    const editor = await accountOf('demo|sample-1-editor');
    const own = `'${approver['app.account']}'`;
    expect(await attempt(approver, like('Assessment', { assessedById: own }))).toBe(1);
    expect(await attempt(approver, like('Assessment', { assessedById: `'${editor}'` }))).toBe('RG403');
    const open = await select<{ place: string }>(
      `SELECT c.relname || '.' || a.attname AS place FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND (a.attname = 'accountId' OR a.attname LIKE '%edById')
         AND NOT EXISTS (SELECT 1 FROM pg_constraint o WHERE o.conrelid = c.oid AND o.contype = 'f' AND a.attnum = ANY (o.conkey))
         AND has_table_privilege('registry_app', c.oid, 'INSERT')
         AND NOT EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'keep_signature')
       ORDER BY 1`,
    );
    // What points to a position or an order is no signature. A finding comes unsigned, and its dismissal is an act in the trail; a remembered answer is looked up by the account that is signed in.
    expect(open.map(({ place }) => place)).toEqual(['Finding.dismissedById', 'IdempotencyRecord.accountId']);
  });

  it('tells of no step that its role does not take', async () => {
    const approver = await as('demo|sample-1-approver', 'APPROVER');
    const step = (act: string, was: string, becomes: string, role: string) =>
      attempt(
        approver,
        `INSERT INTO "StatusChange" (id, "agencyId", "registerId", act, "fromStatus", "toStatus", "accountId", role, at)
         SELECT gen_random_uuid(), "agencyId", id, '${act}', '${was}', '${becomes}', app.account(), '${role}', now() FROM "RiskRegister" LIMIT 1`,
      );
    expect(await step('PUBLISH', 'APPROVED', 'PUBLISHED', 'APPROVER')).toBe(1);
    expect(await step('APPROVE', 'SUBMITTED', 'APPROVED', 'CENTRE')).toBe('RG422');
    expect(await step('APPROVE', 'SUBMITTED', 'APPROVED', 'APPROVER')).toBe('RG422');
    expect(await step('PUBLISH', 'DRAFT', 'PUBLISHED', 'APPROVER')).toBe('RG422');
    expect(await step('START', 'PLANNED', 'IN_PROGRESS', 'EDITOR')).toBe('RG422');
  });
});

describe('the login of the application', () => {
  it('makes no temporary table and no large object, and nobody else comes in', async () => {
    const template = new URL(database.app);
    // The database that the tests copy: copies have the rights of a new one.
    const [name] = await select<{ name: string }>(`SELECT datname AS name FROM pg_database WHERE datname = 'registry'`);
    expect([template.username, name?.name]).toEqual(['registry_app', 'registry']);
    const rights = await select<{ grantee: string; right: string }>(
      `SELECT coalesce(r.rolname, 'PUBLIC') AS grantee, a.privilege_type AS right FROM pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
       LEFT JOIN pg_roles r ON r.oid = a.grantee WHERE d.datname = 'registry' AND a.grantee <> d.datdba`,
    );
    expect(rights).toEqual([{ grantee: 'registry_app', right: 'CONNECT' }]);
    for (const call of [
      `lo_from_bytea(0, '\\x00')`,
      'lo_creat(-1)',
      'lo_get(1)',
      'lo_unlink(1)',
      `lo_put(1, 0, '\\x00')`,
      'loread(1, 1)',
    ])
      expect([call, await attempt({}, `SELECT ${call}`)]).toEqual([call, '42501']);
  });

  it('calls none of the functions that write for the owner', async () => {
    const callable = await select<{ function: string }>(
      `SELECT p.oid::regprocedure::text AS function FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.prosecdef
         AND p.prorettype <> 'trigger'::regtype AND has_function_privilege('registry_app', p.oid, 'EXECUTE')`,
    );
    expect(callable.map((each) => each.function)).toEqual(['app.sign_in(text)']);
    expect(
      await attempt(
        await as('demo|sample-1-editor', 'EDITOR'),
        `SELECT app.add_audit_entry(app.agency(), 'INSERT', 'Risk', NULL, NULL, NULL, NULL)`,
      ),
    ).toBe('42501');
  });
});
