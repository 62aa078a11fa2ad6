import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { tenantTables } from '../kit/world.ts';

let database: DatabaseCopy;
const select = <Row extends pg.QueryResultRow>(text: string) => asSuperuser<Row>(database.superuser, text);

beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

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
      'claim_trail',
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
      'wrote_in',
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
});
