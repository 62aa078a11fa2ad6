import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registryAccountId } from '@registry/seed/rows/registry-account.ts';
import pg from 'pg';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const rows = <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) => registry.rows<Row>(text, values);

/** As the owner, who sets the registry up without saying in whose name. */
async function asOwner(text: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: registry.database.owner });
  await client.connect();
  try {
    await client.query(text, values);
  } finally {
    await client.end();
  }
}

/** Tables whose changes are in no trail. */
const UNAUDITED: Readonly<Record<string, string>> = {
  AuditEntry: 'the trail itself: nobody but the trigger writes it',
  AuditHead: 'the end of the trail',
  ContentRevision: 'counted by the database from rows that are in the trail',
  RegisterDueDay: 'counted by the database from rows that are in the trail',
  RegisterSummary: 'counted by the database from rows that are in the trail',
  SearchText: 'derived by the database from rows that are in the trail',
  TextFingerprint: 'derived by the database from rows that are in the trail',
  SavedQueryRun: 'a log by itself: rows are added, and nobody may change them',
  Dataset: 'which sets of data were loaded: their rows are in the trail',
  IdempotencyRecord: 'what a repeated request is answered from, for seven days',
  TrustedDocumentUse: 'how often a document was asked for: counted, and changed by nobody',
  BrowserSession: 'who is signed in with a browser, until they sign out: no data of the registry',
  SpentCost: 'what was spent of the budgets of a minute: no data of the registry',
  _prisma_migrations: 'the history of the structure, which says itself when it was changed',
};

describe('the trail', () => {
  it('has the changes of every table with data of the registry', async () => {
    const without = await rows<{ table: string }>(
      `SELECT c.relname::text AS table FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
         AND (SELECT coalesce(bit_or(t.tgtype::int), 0) FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgfoid = 'app.audit()'::regprocedure
              AND t.tgenabled <> 'D') & 28 <> 28`,
    );
    expect(without.map(({ table }) => table).sort()).toEqual(Object.keys(UNAUDITED).sort());
  });

  it('says who gave whom which role, also when the owner did it while setting up', async () => {
    const [known] = await rows<{ found: string; given: string }>(
      `SELECT (SELECT count(*)::int FROM "Membership")::text AS found,
         (SELECT count(*)::int FROM "AuditEntry" WHERE entity = 'Membership' AND action = 'INSERT')::text AS given`,
    );
    expect(known?.given).toBe(known?.found);
    const [account] = await rows<{ id: string; agency: string }>(
      `SELECT a.id, g.id AS agency FROM "Account" a, "Agency" g WHERE a.sub = 'demo|sample-1-viewer' AND g.code = 'SAMPLE-1'`,
    );
    await asOwner(
      `INSERT INTO "Membership" (id, "accountId", "agencyId", role) VALUES (gen_random_uuid(), $1, $2, 'APPROVER')`,
      [account?.id, account?.agency],
    );
    await asOwner(`DELETE FROM "Membership" WHERE "accountId" = $1 AND role = 'APPROVER'`, [account?.id]);
    const entries = await rows<{ agencyId: string; accountId: string; action: string; row: Record<string, string> }>(
      `SELECT "agencyId", "accountId", action::text, coalesce(after, before) AS row FROM "AuditEntry" WHERE entity = 'Membership' AND "agencyId" = $1
       ORDER BY seq DESC LIMIT 2`,
      [account?.agency],
    );
    expect(entries).toMatchObject(
      ['DELETE', 'INSERT'].map((action) => ({
        action,
        agencyId: account?.agency,
        accountId: registryAccountId,
        row: { accountId: account?.id, role: 'APPROVER' },
      })),
    );
    const { data } = await registry.as('sample-1-agency-admin')(
      '{ auditTrail(first: 2, where: {entity: {eq: MEMBERSHIP}}) { edges { node { action summaryEn changes { field after } } } } }',
    );
    const [gone, given] = nodes(data.auditTrail);
    expect(gone.action).toBe('REMOVED');
    expect(given.summaryEn).toContain('Viewer, Sample District Office 1');
    expect(given.changes).toContainEqual({ field: 'role', after: 'APPROVER' });
  });

  it('has city roles and accounts in the city’s own chain, which verifies', async () => {
    const [entry] = await rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM "AuditEntry" WHERE "agencyId" = '00000000-0000-0000-0000-000000000000' AND entity IN ('Account', 'Membership')`,
    );
    const [there] = await rows<{ count: number }>(
      `SELECT ((SELECT count(*) FROM "Account") + (SELECT count(*) FROM "Membership" WHERE "agencyId" IS NULL))::int AS count`,
    );
    expect(entry?.count).toBe(there?.count);
    expect(await rows('SELECT * FROM app.audit_faults()')).toEqual([]);
    expect((await rows<{ id: string }>('SELECT app.registry_account() AS id'))[0]?.id).toBe(registryAccountId);
  });
});
