import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { applicationSession, type Settings } from './application-session.ts';

/** What whoever holds the application's login, and speaks SQL with it, can do beside what the application does: nothing. */
let database: DatabaseCopy;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

const { accountOf, as, attempt, select, stage } = applicationSession(() => database);

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
    // What points to a position or an order is no signature. A finding comes unsigned, and its dismissal is an act in the trail; a remembered answer is looked up by the account that is signed in. Favourites and runs are held to it by their policies (isolation-saved.test.ts).
    expect(open.map(({ place }) => place)).toEqual([
      'Finding.dismissedById',
      'IdempotencyRecord.accountId',
      'SavedQueryFavourite.accountId',
      'SavedQueryRun.accountId',
    ]);
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

  it('calls none of the functions of the owner but those that read, sign in, let people in, count, and wait for a turn', async () => {
    const callable = await select<{ function: string }>(
      `SELECT p.oid::regprocedure::text AS function FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.prosecdef
         AND p.prorettype <> 'trigger'::regtype AND has_function_privilege('registry_app', p.oid, 'EXECUTE')`,
    );
    expect(callable.map((each) => each.function).sort()).toEqual([
      'app.accept_invitation(text,text,text)',
      'app.account_for(text,text,text)',
      'app.account_for_key(uuid,text)',
      'app.begin_session(text,text,text,text,text,integer,integer,text)',
      'app.bind_account(uuid,text)',
      'app.claim_trail()',
      'app.count_document_uses(text[],integer[])',
      'app.end_session(text)',
      'app.end_sessions_at(text,text,text)',
      'app.note_sign_ins(uuid[])',
      'app.session_of(text)',
      'app.settle_cost(text[],bigint[],integer[])',
      'app.sign_in(text,text)',
      'app.sign_in_by_key(text)',
      'app.sought_in_city(text,integer,text,integer)',
      'app.trail_began()',
      'app.use_session(text,integer)',
      'app.wrote_in(text,text,uuid,uuid)',
    ]);
    expect(
      await attempt(
        await as('demo|sample-1-editor', 'EDITOR'),
        `SELECT app.add_audit_entry(app.agency(), 'INSERT', 'Risk', NULL, NULL, NULL, NULL)`,
      ),
    ).toBe('42501');
  });
});
