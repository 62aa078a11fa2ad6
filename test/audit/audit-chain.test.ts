import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Chain, type ChainHead, verifyAudit } from '@registry/api/verify-audit.ts';
import pg from 'pg';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { nodes, startRegistry } from '../kit/registry.ts';

const WRITERS = 16;

let database: DatabaseCopy;
let chain: Chain;
beforeEach(async () => {
  database = await copyDatabase();
  chain = await chainOf('SAMPLE-1');
});
afterEach(async () => database.drop());

const alter = (text: string) => asSuperuser(database.superuser, text);

async function chainOf(code: string): Promise<Chain> {
  const { chains } = await verifyAudit(database.owner);
  const found = chains.find((each) => each.code === code);
  if (!found) throw new Error(`No chain of ${code}.`);
  return found;
}

const faults = async (kept: readonly ChainHead[] = []) =>
  (await verifyAudit(database.owner, kept)).faults.map(({ code, seq, kind }) => [code, seq, kind]);

/** Makes a change as the application does, outside the API. */
async function changeAsApplication(settings: Readonly<Record<string, string>>): Promise<string> {
  const client = new pg.Client({ connectionString: database.app });
  await client.connect();
  try {
    for (const [name, value] of Object.entries(settings))
      await client.query('SELECT set_config($1, $2, false)', [name, value]);
    await client.query('UPDATE "Risk" SET "noteTh" = clock_timestamp()::text WHERE id = (SELECT id FROM "Risk" LIMIT 1)');
    return 'done';
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? '') : String(error);
  } finally {
    await client.end();
  }
}

describe('the chain of an agency', () => {
  it(`is whole after ${WRITERS} writers at once, each entry with who, in which role and what`, async () => {
    const registry = await startRegistry({ database, poolSize: WRITERS });
    try {
      const editor = registry.as('sample-1-editor');
      const page = await editor(
        `{ risks(first: ${WRITERS}, where: {register: {status: {eq: APPROVED}}}) { edges { node { id version } } } }`,
      );
      const risks = nodes(page.data.risks);
      const answers = await Promise.all(
        Array.from({ length: WRITERS }, (_unused, writer) => {
          const risk = risks[writer % risks.length];
          return editor(
            'mutation ($input: AssessRiskInput!) { assessRisk(input: $input) { risk { version } } }',
            {
              input: {
                riskId: risk.id,
                expectedVersion: risk.version + Math.floor(writer / risks.length),
                phase: 'RESIDUAL',
                likelihood: 1,
                impact: 1,
                justificationTh: `ผู้เขียน ${writer}`,
              },
            },
          );
        }),
      );
      const done = answers.filter(({ errors }) => errors.length === 0).length;
      expect(done).toBeGreaterThanOrEqual(Math.min(WRITERS, risks.length));
      expect(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions.code)).filter((code) => code !== 'CONFLICT')).toEqual([]);
      const entries = await asSuperuser<{ act: string; role: string; named: boolean }>(
        database.superuser,
        `SELECT act, role, "accountId" IS NOT NULL AS named FROM "AuditEntry"
         WHERE "agencyId" = '${chain.agencyId}' AND seq > ${chain.seq} AND entity = 'Assessment'`,
      );
      expect(entries).toEqual(Array(done).fill({ act: 'assessRisk', role: 'EDITOR', named: true }));
      expect(await faults()).toEqual([]);
      console.info(`${WRITERS} writers: ${done} changes, ${(await chainOf('SAMPLE-1')).seq - chain.seq} entries, 0 faults`);
    } finally {
      await registry.stop();
    }
  });

  it('shows an entry that was altered, in whatever it says', async () => {
    const changes = [
      `after = jsonb_set(coalesce(after, '{}'), '{noteTh}', '"x"')`,
      `"accountId" = gen_random_uuid()`,
      `at = at + interval '1 hour'`,
      `reason = 'x'`,
      `role = 'APPROVER'`,
    ];
    for (const [index, change] of changes.entries())
      await alter(`UPDATE "AuditEntry" SET ${change} WHERE "agencyId" = '${chain.agencyId}' AND seq = ${10 + 10 * index}`);
    expect(await faults()).toEqual(changes.map((_change, index) => ['SAMPLE-1', 10 + 10 * index, 'ENTRY_ALTERED']));
  });

  it('shows an altered entry whose own hash was made to fit', async () => {
    await alter(`UPDATE "AuditEntry" e SET act = 'x', hash = app.audit_hash("previousHash", app.audit_content("agencyId", seq, at, "accountId", 'x',
      action::text, entity, "entityId"::text, before, after, role::text, reason, "partOfId"::text))
      WHERE "agencyId" = '${chain.agencyId}' AND seq = 50`);
    expect(await faults()).toEqual([['SAMPLE-1', 51, 'CHAIN_BROKEN']]);
  });

  it('shows what was removed: in the middle, at the end, its head, or all of it', async () => {
    const remove = (where: string) => alter(`DELETE FROM "AuditEntry" WHERE "agencyId" = '${chain.agencyId}' AND ${where}`);
    await remove('seq = 50');
    expect(await faults()).toEqual([['SAMPLE-1', 51, 'ENTRIES_REMOVED_BEFORE']]);
    await remove(`seq > ${chain.seq - 3}`);
    expect(await faults()).toContainEqual(['SAMPLE-1', chain.seq - 3, 'TAIL_CUT']);
    await remove('true');
    expect(await faults()).toEqual([['SAMPLE-1', 0, 'TAIL_CUT']]);
    const other = await chainOf('SAMPLE-2');
    await alter(`DELETE FROM "AuditHead" WHERE "agencyId" = '${other.agencyId}'`);
    expect(await faults()).toContainEqual(['SAMPLE-2', other.seq, 'HEAD_REMOVED']);
  });

  it('shows against kept heads that it was cut or rewritten together with its head', async () => {
    const { chains: kept } = await verifyAudit(database.owner);
    await alter(`DELETE FROM "AuditEntry" WHERE "agencyId" = '${chain.agencyId}' AND seq > ${chain.seq - 3};
      UPDATE "AuditHead" h SET seq = e.seq, hash = e.hash FROM "AuditEntry" e
      WHERE h."agencyId" = e."agencyId" AND e."agencyId" = '${chain.agencyId}' AND e.seq = ${chain.seq - 3}`);
    expect(await faults()).toEqual([]);
    expect(await faults(kept)).toEqual([['SAMPLE-1', chain.seq, 'KEPT_HEAD_MISSING']]);
    const rewritten = kept.map((head) => (head.code === 'SAMPLE-2' ? { ...head, hash: '00' } : head));
    expect(await faults(rewritten)).toContainEqual(['SAMPLE-2', (await chainOf('SAMPLE-2')).seq, 'KEPT_HEAD_DIFFERS']);
  });

  it('continues entries from before roles were recorded', async () => {
    const walls = readFileSync(new URL('../../prisma/migrations/20261121000100_walls/migration.sql', import.meta.url), 'utf8');
    const [before] = /CREATE FUNCTION app\.audit\(\)[\s\S]*?END \$\$;/.exec(walls) ?? [''];
    const [now] = await asSuperuser<{ text: string }>(
      database.superuser,
      `SELECT pg_get_functiondef('app.audit'::regproc) AS text`,
    );
    const acting = { 'app.agency': chain.agencyId, 'app.account': chain.agencyId, 'app.act': 'editRisk' };
    await alter(before.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION'));
    expect(await changeAsApplication(acting)).toBe('done');
    await alter(now?.text ?? '');
    expect(await changeAsApplication({ ...acting, 'app.role': 'EDITOR', 'app.reason': 'ทดสอบ' })).toBe('done');
    const entries = await asSuperuser(
      database.superuser,
      `SELECT act, role, reason, "partOfId" IS NULL AS alone FROM "AuditEntry" WHERE "agencyId" = '${chain.agencyId}' AND seq > ${chain.seq} ORDER BY seq`,
    );
    expect(entries).toEqual([
      { act: 'editRisk', role: null, reason: null, alone: true },
      { act: 'editRisk', role: 'EDITOR', reason: 'ทดสอบ', alone: false },
    ]);
    expect(await faults()).toEqual([]);
  });

  it('takes no change without an actor, and nothing from the application itself', async () => {
    expect(await changeAsApplication({ 'app.agency': chain.agencyId })).toBe('RG001');
    const client = new pg.Client({ connectionString: database.app });
    await client.connect();
    const refusals: string[] = [];
    await client.query('SELECT set_config($1, $2, false)', ['app.agency', chain.agencyId]);
    for (const statement of [
      'INSERT INTO "AuditEntry" SELECT * FROM "AuditEntry" LIMIT 1',
      `UPDATE "AuditEntry" SET act = 'x'`,
      'DELETE FROM "AuditEntry"',
      'TRUNCATE "AuditEntry"',
      'DELETE FROM "AuditHead"',
      'UPDATE "AuditHead" SET seq = 0',
      'ALTER TABLE "Risk" DISABLE TRIGGER audit',
      'SELECT * FROM app.audit_faults()',
    ]) {
      const code = await client.query(statement).then(
        () => 'done',
        (error: unknown) => (error instanceof pg.DatabaseError ? error.code : String(error)),
      );
      refusals.push(code ?? '');
    }
    await client.end();
    expect(refusals).toEqual(Array(8).fill('42501'));
    expect(await chainOf('SAMPLE-1')).toEqual(chain);
  });
});
