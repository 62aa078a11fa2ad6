import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { tenantTables } from '../kit/world.ts';

let database: DatabaseCopy;
const select = <Row extends pg.QueryResultRow>(text: string) => asSuperuser<Row>(database.superuser, text);

beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

/** Runs as the application's login, with the given settings, and undoes everything. */
async function asApplication<Result>(
  settings: Record<string, string>,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: database.app });
  await client.connect();
  try {
    await client.query('BEGIN');
    for (const [name, value] of Object.entries(settings))
      await client.query('SELECT set_config($1, $2, true)', [name, value]);
    return await work(client);
  } finally {
    await client.query('ROLLBACK');
    await client.end();
  }
}

const failure = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error) => String(error.code),
  );

describe('the database', () => {
  it('has row-level security enabled and forced, with a policy, on every table', async () => {
    const bare = await select(
      `SELECT c.relname FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND c.relname <> '_prisma_migrations'
       AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))`,
    );
    expect(bare).toEqual([]);
  });

  it('has no view that steps round the policies, and only the listed functions run with their owner’s rights', async () => {
    const views =
      await select(`SELECT relname FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace IN ('public'::regnamespace, 'app'::regnamespace)
      AND NOT coalesce(reloptions, '{}') @> '{security_invoker=true}'`);
    // What the auditor reads of the trail has no column that says what agencies wrote, and no row without that duty.
    expect(views).toEqual([{ relname: 'AuditDigest' }]);
    const definers = await select<{ name: string }>(
      `SELECT p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prosecdef AND n.nspname IN ('public', 'app') ORDER BY 1`,
    );
    // Each part of a record has a function of its own that counts its changes, compared with the model in content-version.test.ts; each
    // record that is searched has one that keeps its words.
    expect(definers.map(({ name }) => name).filter((name) => !/^(count|search)_[A-Z]/.test(name))).toEqual([
      'accept_invitation',
      'account_for',
      'account_for_key',
      'answer_oit_items_again',
      'audit',
      'audit_refresh',
      'begin_content',
      'begin_session',
      'bind_account',
      'close_agency',
      'count_document_uses',
      'count_gift_year',
      'count_gifts',
      'disclose_content',
      'disclose_search_text',
      'end_content',
      'end_search_text',
      'end_session',
      'end_sessions_at',
      'keep_fingerprint',
      'keep_oit_checklist_item',
      'keep_two_people',
      'move_audit_head',
      'note_heading',
      'note_sign_ins',
      'open_oit_items',
      'open_oit_items_of_agency',
      'session_of',
      'settle_cost',
      'sign_in',
      'sign_in_by_key',
      'sought_in_city',
      'summarise_due_day',
      'summarise_mitigation',
      'summarise_risk',
      'trail_began',
      'use_session',
    ]);
  });

  it('shows past rows through views that say what the policies say, before anything else is asked of a row', async () => {
    const open =
      await select(`SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'history'::regnamespace AND c.relkind = 'v'
      AND NOT coalesce(c.reloptions, '{}') && '{security_barrier=true,security_invoker=true}' AND c.relname <> 'Edition'`);
    expect(open).toEqual([]);
    const behind = await select(`SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'past'::regnamespace
      AND (has_table_privilege('registry_app', c.oid, 'SELECT') OR has_schema_privilege('registry_app', 'past', 'USAGE'))`);
    expect(behind).toEqual([]);
    const without =
      await select(`SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE t.tgfoid = 'app.audit'::regproc AND a.attname = 'disclosure' AND c.relname <> 'Finding' AND to_regclass(format('history.%I', c.relname)) IS NULL`);
    expect(without).toEqual([]);
  });

  it('lets the application neither touch the audit trail and the migrations nor change history and reference data', async () => {
    const granted = await select<{ table: string; privileges: string }>(
      `SELECT table_name AS table, string_agg(privilege_type, ',' ORDER BY privilege_type) AS privileges
       FROM information_schema.table_privileges WHERE grantee = 'registry_app' AND table_schema = 'public' GROUP BY 1 ORDER BY 1`,
    );
    const of = (table: string) => granted.find((row) => row.table === table)?.privileges ?? '';
    expect(['AuditEntry', 'AuditDigest'].map(of)).toEqual(['SELECT', 'SELECT']);
    expect(['AuditHead', 'BrowserSession', 'Dataset', 'SpentCost'].map(of)).toEqual(['', '', '', '']);
    const read = ['Holiday', 'LegalClock', 'DocumentRule', 'Account', '_prisma_migrations'];
    expect(read.map(of)).toEqual(read.map(() => 'SELECT'));
    // Of what is there, columns alone are changed: a code, a role and whose it is stay.
    expect(['Agency', 'Membership', 'Invitation', 'ServiceKey'].map(of)).toEqual(Array(4).fill('INSERT,SELECT'));
    expect(of('Oversight')).toBe('INSERT,SELECT,UPDATE');
    // Derived by triggers alone, and hence not audited either.
    const derived = ['RegisterSummary', 'RegisterDueDay', 'ContentRevision', 'SearchText', 'TextFingerprint'];
    expect(derived.map(of)).toEqual(derived.map(() => 'SELECT'));
    // Added to, never changed: history, editions, and the methods that assessments pin.
    expect(
      [
        'Assessment',
        'Acceptance',
        'StatusChange',
        'ReviewComment',
        'Edition',
        'RiskMethod',
        'RiskMethodCell',
        'Framework',
        'FrameworkSubMission',
      ].map(of),
    ).toEqual(Array(9).fill('INSERT,SELECT'));
  });

  it('has the agency first in every key, so that the same code in two agencies is no conflict and no link leaves its agency', async () => {
    const tables = (await tenantTables(database)).map(({ table }) => `'${table}'`).join(', ');
    const keys = await select(
      `SELECT i.indexrelid::regclass::text AS key FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
       WHERE i.indisunique AND c.relname IN (${tables}) AND a.attname <> 'agencyId'
         AND NOT (i.indisprimary AND i.indnatts = 1 AND a.attname = 'id')`,
    );
    expect(keys).toEqual([]);
    const links = await select(
      `SELECT o.conname FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid JOIN pg_class f ON f.oid = o.confrelid
       WHERE o.contype = 'f' AND c.relname IN (${tables}) AND f.relname IN (${tables})
         AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = o.conkey[1] AND a.attname = 'agencyId')`,
    );
    expect(links).toEqual([]);
  });

  it('shows nothing and takes nothing while no identity is set', async () => {
    const tables = await tenantTables(database);
    for (const { table } of tables) {
      const { rows } = await asApplication({}, (client) =>
        client.query(`SELECT count(*)::int AS count FROM "${table}" WHERE disclosure < 3`),
      );
      expect([table, rows[0]?.count]).toEqual([table, 0]);
      expect([
        table,
        (await asApplication({}, (client) => client.query(`DELETE FROM "${table}"`).catch(() => ({ rowCount: 0 }))))
          .rowCount,
      ]).toEqual([table, 0]);
    }
    console.info(`no identity: ${tables.length} tables, 0 rows seen, 0 removed`);
  });

  it('refuses to add, move, change or remove a row of another agency, in every table', async () => {
    const agencies = await select<{ id: string }>('SELECT id FROM "Agency" ORDER BY code');
    const [account] = await select<{ id: string }>('SELECT id FROM "Account" LIMIT 1');
    const tables = await tenantTables(database);
    for (const { table } of tables) {
      const [row] = await select<{ row: Record<string, string> }>(
        `SELECT to_jsonb(t) AS row FROM "${table}" t LIMIT 1`,
      );
      // A table without rows would make the probe empty.
      if (!row) throw new Error(`${table} has no rows: seed some in packages/seed/src/sample.`);
      const other = row.row.agencyId;
      const own = agencies.find(({ id }) => id !== other)?.id;
      const settings = { 'app.agency': own ?? '', 'app.account': account?.id ?? '' };
      // A trigger is asked before a policy, and would hide that there is none.
      await select(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
      const adding = asApplication(settings, (client) =>
        client.query(`INSERT INTO "${table}" SELECT * FROM jsonb_populate_record(null::"${table}", $1)`, [
          JSON.stringify(row.row),
        ]),
      );
      expect([table, await failure(adding)]).toEqual([table, '42501']);
      await select(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
      const moved = await asApplication({ ...settings, 'app.agency': other ?? '' }, (client) =>
        client.query(`UPDATE "${table}" SET "agencyId" = $1`, [own]).then(
          () => 'moved',
          () => 'refused',
        ),
      );
      expect([table, moved]).toEqual([table, 'refused']);
      for (const statement of [
        `DELETE FROM "${table}" WHERE "agencyId" = $1`,
        `UPDATE "${table}" SET disclosure = 2 WHERE "agencyId" = $1`,
      ]) {
        const { rowCount } = await asApplication(settings, (client) =>
          client.query(statement, [other]).catch(() => ({ rowCount: 0 })),
        );
        expect([table, rowCount]).toEqual([table, 0]);
      }
    }
    console.info(`${tables.length} tables x add, move, change, remove: 0 succeeded`);
  }, 60_000);

  it('refuses every link to a row of another agency, whoever writes it', async () => {
    const tables = (await tenantTables(database)).map(({ table }) => `'${table}'`).join(', ');
    const links = await select<{ table: string; column: string; target: string }>(
      `SELECT c.relname AS table, a.attname AS column, f.relname AS target FROM pg_constraint o
       JOIN pg_class c ON c.oid = o.conrelid JOIN pg_class f ON f.oid = o.confrelid
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = o.conkey[2]
       WHERE o.contype = 'f' AND array_length(o.conkey, 1) = 2 AND c.relname IN (${tables}) AND f.relname IN (${tables})
         -- A record is counted under its own key, which is no link that could lead elsewhere.
         AND a.attname <> 'id'`,
    );
    for (const { table, column, target } of links) {
      // As the superuser: not even without policies can the link exist, because the keys carry the agency. Keys that are looked at when the
      // transaction ends are looked at now, before the trail asks who acts.
      const linking = asSuperuser(
        database.superuser,
        `SET CONSTRAINTS ALL IMMEDIATE; WITH pair AS (
           SELECT t.ctid AS place, f.id FROM "${table}" t JOIN "${target}" f ON f."agencyId" <> t."agencyId" LIMIT 1
         )
         UPDATE "${table}" t SET "${column}" = pair.id FROM pair WHERE t.ctid = pair.place RETURNING 1`,
      );
      expect([table, column, await failure(linking)]).toEqual([
        table,
        column,
        expect.stringMatching(/^(23503|23514)$/),
      ]);
    }
    console.info(`${links.length} foreign keys to another agency: 0 accepted`);
  }, 60_000);

  it('refuses a change without an actor, and history that would be rewritten', async () => {
    const [own] = await select<{ id: string }>(`SELECT id FROM "Agency" WHERE code = 'SAMPLE-1'`);
    const settings = { 'app.agency': own?.id ?? '' };
    expect(
      await failure(asApplication(settings, (client) => client.query('UPDATE "Risk" SET version = version + 1'))),
    ).toBe('RG001');
    const acting = { ...settings, 'app.account': own?.id ?? '' };
    expect(await failure(asApplication(acting, (client) => client.query('UPDATE "Assessment" SET impact = 1')))).toBe(
      '42501',
    );
    expect(await failure(asApplication(acting, (client) => client.query('DELETE FROM "Acceptance"')))).toBe('42501');
    expect(
      await failure(
        asApplication(acting, (client) => client.query('INSERT INTO "AuditEntry" SELECT * FROM "AuditEntry" LIMIT 1')),
      ),
    ).toBe('42501');
  });
});
