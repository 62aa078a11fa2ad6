import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Chain, type ChainHead, verifyAudit } from '@registry/api/audit/verify-audit.ts';
import pg from 'pg';
import { asSuperuser, type DatabaseCopy } from '../kit/database-copy.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

const WRITERS = 16;

let registry: Registry;
let database: DatabaseCopy;
beforeAll(async () => {
  registry = await startRegistry({ poolSize: WRITERS });
  database = registry.database;
}, 60_000);
afterAll(async () => registry.stop());

const alter = (text: string) => asSuperuser(database.superuser, text);

/** The chain of an agency; every test here has one of its own. */
async function chainOf(code: string): Promise<Chain> {
  const { chains } = await verifyAudit(database.owner);
  const found = chains.find((each) => each.code === code);
  if (!found) throw new Error(`No chain of ${code}.`);
  return found;
}

const faultsOf = async (agency: string, kept: readonly ChainHead[] = []) =>
  (await verifyAudit(database.owner, kept)).faults
    .filter(({ code }) => code === agency)
    .map(({ seq, kind }) => [seq, kind]);

/** Runs a statement as the application's login, outside the API: 'done', or the SQLSTATE of the refusal. */
async function asApplication(settings: Readonly<Record<string, string>>, statement: string): Promise<string> {
  const client = new pg.Client({ connectionString: database.app });
  await client.connect();
  try {
    for (const [name, value] of Object.entries(settings))
      await client.query('SELECT set_config($1, $2, false)', [name, value]);
    await client.query(statement);
    return 'done';
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? '') : String(error);
  } finally {
    await client.end();
  }
}

const changeAsApplication = (settings: Readonly<Record<string, string>>, table = 'Risk') =>
  asApplication(settings, `UPDATE "${table}" SET version = version + 1 WHERE id = (SELECT id FROM "${table}" LIMIT 1)`);

describe('the chain of an agency', () => {
  it(`is whole after ${WRITERS} writers at once, each entry with who, in which role and what`, async () => {
    const chain = await chainOf('SAMPLE-1');
    const editor = registry.as('sample-1-editor');
    const page = await editor(
      `{ risks(first: ${WRITERS}, where: {register: {status: {eq: APPROVED}}}) { edges { node { id version } } } }`,
    );
    const answers = await Promise.all(
      nodes(page.data.risks).map(({ id, version }) =>
        editor('mutation ($input: AssessRiskInput!) { assessRisk(input: $input) { risk { version } } }', {
          input: {
            riskId: id,
            expectedVersion: version,
            phase: 'RESIDUAL',
            likelihood: 1,
            impact: 1,
            justificationTh: 'พร้อมกัน',
          },
        }),
      ),
    );
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    const entries = await asSuperuser(
      database.superuser,
      `SELECT act, role, "accountId" IS NOT NULL AS named FROM "AuditEntry"
       WHERE "agencyId" = '${chain.agencyId}' AND seq > ${chain.seq} AND entity = 'Assessment'`,
    );
    expect(entries).toEqual(Array(WRITERS).fill({ act: 'assessRisk', role: 'EDITOR', named: true }));
    expect(await faultsOf('SAMPLE-1')).toEqual([]);
    console.info(`${WRITERS} writers: ${(await chainOf('SAMPLE-1')).seq - chain.seq} entries, 0 faults`);
  }, 60_000);

  it('shows an entry that was altered, in whatever it says', async () => {
    const { agencyId } = await chainOf('SAMPLE-2');
    const changes = [
      `after = jsonb_set(coalesce(after, '{}'), '{noteTh}', '"x"')`,
      `"accountId" = gen_random_uuid()`,
      `at = at + interval '1 hour'`,
      `reason = 'x'`,
      `role = 'APPROVER'`,
    ];
    await alter(
      changes
        .map(
          (change, index) =>
            `UPDATE "AuditEntry" SET ${change} WHERE "agencyId" = '${agencyId}' AND seq = ${10 + 10 * index}`,
        )
        .join(';'),
    );
    expect(await faultsOf('SAMPLE-2')).toEqual(changes.map((_change, index) => [10 + 10 * index, 'ENTRY_ALTERED']));
  });

  it('shows an altered entry whose own hash was made to fit', async () => {
    const { agencyId } = await chainOf('SAMPLE-3');
    await alter(`UPDATE "AuditEntry" SET act = 'x', hash = app.audit_hash("previousHash", app.audit_content("agencyId", seq, at,
      "accountId", 'x', action::text, entity, "entityId"::text, before, after, role::text, reason, "partOfId"::text))
      WHERE "agencyId" = '${agencyId}' AND seq = 50`);
    expect(await faultsOf('SAMPLE-3')).toEqual([[51, 'CHAIN_BROKEN']]);
  });

  it('shows what was removed: in the middle, at the end, all of it, or its head', async () => {
    const { agencyId, seq } = await chainOf('SAMPLE-4');
    const remove = (where: string) => alter(`DELETE FROM "AuditEntry" WHERE "agencyId" = '${agencyId}' AND ${where}`);
    await remove('seq = 50');
    expect(await faultsOf('SAMPLE-4')).toEqual([[51, 'ENTRIES_REMOVED_BEFORE']]);
    await remove(`seq > ${seq - 3}`);
    expect(await faultsOf('SAMPLE-4')).toContainEqual([seq - 3, 'TAIL_CUT']);
    await remove('true');
    expect(await faultsOf('SAMPLE-4')).toEqual([[0, 'TAIL_CUT']]);
    const headless = await chainOf('SAMPLE-5');
    await alter(`DELETE FROM "AuditHead" WHERE "agencyId" = '${headless.agencyId}'`);
    expect(await faultsOf('SAMPLE-5')).toEqual([[headless.seq, 'HEAD_REMOVED']]);
  });

  it('shows against kept heads that it was cut together with its head, or written anew', async () => {
    const { chains: kept } = await verifyAudit(database.owner);
    const { agencyId, seq } = await chainOf('SAMPLE-6');
    await alter(`DELETE FROM "AuditEntry" WHERE "agencyId" = '${agencyId}' AND seq > ${seq - 3};
      UPDATE "AuditHead" h SET seq = e.seq, hash = e.hash FROM "AuditEntry" e
      WHERE h."agencyId" = e."agencyId" AND e."agencyId" = '${agencyId}' AND e.seq = ${seq - 3}`);
    expect(await faultsOf('SAMPLE-6')).toEqual([]);
    expect(await faultsOf('SAMPLE-6', kept)).toEqual([[seq, 'KEPT_HEAD_MISSING']]);
    const { code, ...head } = await chainOf('BMA-HEALTH');
    expect(await faultsOf(code, [{ ...head, code }])).toEqual([]);
    expect(await faultsOf(code, [{ ...head, code, hash: '00' }])).toEqual([[head.seq, 'KEPT_HEAD_DIFFERS']]);
  });

  it('continues entries from before roles were recorded', async () => {
    const { agencyId, seq } = await chainOf('BMA-CHOMTHONG');
    const migration = new URL('../../prisma/migrations/20261121000100_walls/migration.sql', import.meta.url);
    const [before = ''] = /CREATE FUNCTION app\.audit\(\)[\s\S]*?END \$\$;/.exec(readFileSync(migration, 'utf8')) ?? [];
    const [now] = await asSuperuser<{ text: string }>(
      database.superuser,
      `SELECT pg_get_functiondef('app.audit'::regproc) AS text`,
    );
    const [editor] = await asSuperuser<{ id: string }>(
      database.superuser,
      `SELECT id FROM "Account" WHERE sub = 'demo|chomthong-editor'`,
    );
    const acting = { 'app.agency': agencyId, 'app.account': editor?.id ?? '', 'app.act': 'editRisk' };
    await alter(before.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION'));
    expect(await changeAsApplication(acting)).toBe('done');
    await alter(now?.text ?? '');
    expect(await changeAsApplication({ ...acting, 'app.role': 'EDITOR', 'app.reason': 'ทดสอบ' })).toBe('done');
    const entries = await asSuperuser(
      database.superuser,
      `SELECT act, role, reason, "partOfId" IS NULL AS alone FROM "AuditEntry"
       WHERE "agencyId" = '${agencyId}' AND seq > ${seq} ORDER BY seq`,
    );
    expect(entries).toEqual([
      { act: 'editRisk', role: null, reason: null, alone: true },
      { act: 'editRisk', role: 'EDITOR', reason: 'ทดสอบ', alone: false },
    ]);
    expect(await faultsOf('BMA-CHOMTHONG')).toEqual([]);
  });

  it('takes no change without an actor, and nothing from the application itself', async () => {
    const chain = await chainOf('BMA-FINANCE');
    expect(await changeAsApplication({ 'app.agency': chain.agencyId }, 'Plan')).toBe('RG001');
    const acting = { 'app.agency': chain.agencyId, 'app.account': chain.agencyId };
    const statements = [
      'INSERT INTO "AuditEntry" SELECT * FROM "AuditEntry" LIMIT 1',
      `UPDATE "AuditEntry" SET act = 'x'`,
      'DELETE FROM "AuditEntry"',
      'TRUNCATE "AuditEntry"',
      'DELETE FROM "AuditHead"',
      'UPDATE "AuditHead" SET seq = 0',
      'ALTER TABLE "Plan" DISABLE TRIGGER audit',
      'SELECT * FROM app.audit_faults()',
    ];
    for (const statement of statements)
      expect([statement, await asApplication(acting, statement)]).toEqual([statement, '42501']);
    expect(await chainOf('BMA-FINANCE')).toEqual(chain);
  });
});
