import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RowFault, verifyRows } from '@registry/api/audit/verify-rows.ts';
import { asSuperuser, type DatabaseCopy } from '../kit/database-copy.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

const command = fileURLToPath(new URL('../../packages/api/dist/audit-verify-command.js', import.meta.url));

let registry: Registry;
let database: DatabaseCopy;
beforeAll(async () => {
  registry = await startRegistry();
  database = registry.database;
});
afterAll(async () => registry.stop());

async function faults(): Promise<RowFault[]> {
  const found: RowFault[] = [];
  const { faults: count } = await verifyRows({ ownerUrl: database.owner, onFault: (fault) => found.push(fault) });
  expect(count).toBe(found.length);
  return found;
}

/** What somebody does who has the whole server: the triggers that record are off. */
const behindTheTrail = (statements: string) =>
  asSuperuser(database.superuser, `SET session_replication_role = replica; ${statements}`);

const rowOf = async (table: string, code = 'SAMPLE-1'): Promise<string> => {
  const [row] = await asSuperuser<{ id: string }>(
    database.superuser,
    `SELECT r.id FROM "${table}" r JOIN "Agency" a ON a.id = r."agencyId" WHERE a.code = '${code}' ORDER BY r.id LIMIT 1`,
  );
  return row?.id ?? '';
};

describe('the rows and the trail', () => {
  it('agree in a registry that was loaded and worked with, and while somebody writes', async () => {
    const editor = registry.as('sample-1-editor');
    const page = await editor(
      '{ risks(first: 5, where: {register: {status: {eq: APPROVED}}}) { edges { node { id version } } } }',
    );
    const acts = nodes(page.data.risks).map(({ id, version }) =>
      editor('mutation ($input: AssessRiskInput!) { assessRisk(input: $input) { risk { version } } }', {
        input: {
          riskId: id,
          expectedVersion: version,
          phase: 'RESIDUAL',
          likelihood: 2,
          impact: 3,
          justificationTh: 'ระหว่างตรวจ',
        },
      }),
    );
    const [found, answers] = await Promise.all([faults(), Promise.all(acts)]);
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(found).toEqual([]);
    expect(await faults()).toEqual([]);
  }, 60_000);

  it('differ where a row was changed, removed or added with the triggers off, and the report names it without its values', async () => {
    const [risk, control, unit] = [await rowOf('Risk'), await rowOf('Control'), await rowOf('Unit', 'BMA-CHOMTHONG')];
    const [cell] = await asSuperuser<{ key: string }>(
      database.superuser,
      `SELECT concat_ws(' ', "agencyId", "projectId", "unitId") AS key FROM "ProjectUnit" ORDER BY 1 LIMIT 1`,
    );
    await behindTheTrail(`
      UPDATE "Risk" SET "titleTh" = 'แก้จากข้างนอก', score = 1 WHERE id = '${risk}';
      DELETE FROM "Control" WHERE id = '${control}';
      INSERT INTO "Unit" SELECT (jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'code', 'X-1'))).*
        FROM "Unit" u WHERE id = '${unit}';
      DELETE FROM "ProjectUnit" WHERE concat_ws(' ', "agencyId", "projectId", "unitId") = '${cell?.key}';
      UPDATE "RiskMethod" SET "titleTh" = 'x' WHERE version = '3x3-2566';`);
    const found = await faults();
    const told = found.map(({ table, kind, columns }) => [table, kind, columns.join()]);
    expect(told.sort()).toEqual(
      [
        ['Control', 'ROW_MISSING', ''],
        ['ProjectUnit', 'ROW_MISSING', ''],
        ['Risk', 'ROW_CHANGED', 'score,titleTh'],
        ['RiskMethod', 'ROW_CHANGED', 'titleTh'],
        ['Unit', 'ROW_UNRECORDED', ''],
      ].sort(),
    );
    expect(found.find(({ table }) => table === 'Risk')).toMatchObject({ code: 'SAMPLE-1', key: risk });

    const env = { PATH: process.env.PATH, DATABASE_URL: database.app, MIGRATION_DATABASE_URL: database.owner };
    const plain = spawnSync(process.execPath, [command], { encoding: 'utf8', env });
    expect([plain.status, plain.stderr]).toEqual([0, expect.stringContaining('not that the rows agree with it')]);
    const compared = spawnSync(process.execPath, [command, '--rows'], { encoding: 'utf8', env });
    expect(compared.status).toBe(1);
    expect(compared.stdout).toContain(`FAULT  SAMPLE-1  Risk  ${risk}  ROW_CHANGED  score, titleTh`);
    expect(compared.stdout).not.toContain('แก้จากข้างนอก');
    expect(compared.stderr).toContain('5 rows are not what the trail says');
  }, 60_000);
});

it('leaves out exactly the columns that the trail leaves out', async () => {
  const [audit] = await asSuperuser<{ body: string }>(
    database.superuser,
    `SELECT prosrc AS body FROM pg_proc WHERE oid = 'app.audit'::regproc`,
  );
  expect(audit?.body).toMatch(/derived CONSTANT text\[\] := ARRAY\['disclosure', 'updatedAt', 'lastSignInAt'\];/);
});
