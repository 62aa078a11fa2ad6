import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

const command = fileURLToPath(new URL('../../packages/api/dist/summaries-command.js', import.meta.url));
let database: DatabaseCopy;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

/** Runs the command to its end. */
function summaries(...parameters: string[]): Promise<{ code: number | null; output: string }> {
  const env = { PATH: process.env.PATH, DATABASE_URL: database.app, MIGRATION_DATABASE_URL: database.owner };
  const child = spawn(process.execPath, [command, ...parameters], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

describe('npm run summaries:verify and summaries:rebuild', () => {
  it('find nothing wrong with what the database derived itself', async () => {
    const { code, output } = await summaries('verify');
    expect(output).toMatch(/5\/5 .*Every derived row is what it is derived from/s);
    expect(code).toBe(0);
  });

  it('name each row that was falsified, put it right, and record a level that was wrong', async () => {
    // Behind the triggers, as a restore without them or a hand in the database would leave it.
    const [risk] = await asSuperuser<{ id: string; level: string }>(
      database.superuser,
      `SELECT id, level FROM "Risk" WHERE level = 'EXTREME' ORDER BY id LIMIT 1`,
    );
    const falsify = [
      `ALTER TABLE "Risk" DISABLE TRIGGER USER`,
      `UPDATE "Risk" SET level = 'LOW' WHERE id = '${risk?.id}'`,
      `ALTER TABLE "Risk" ENABLE TRIGGER USER`,
      `UPDATE "RegisterDueDay" SET "openMitigations" = 99 WHERE ctid = (SELECT min(ctid) FROM "RegisterDueDay")`,
      `UPDATE "SearchText" SET words = 'x' WHERE id = '${risk?.id}'`,
      `DELETE FROM "RegisterSummary" WHERE ctid = (SELECT min(ctid) FROM "RegisterSummary" WHERE "openMitigations" > 0)`,
    ];
    for (const statement of falsify) await asSuperuser(database.superuser, statement);

    const found = await summaries('verify');
    expect(found.code).toBe(1);
    expect(found.output).toMatch(new RegExp(`^ผิดปกติ · FAULT  Risk  \\S+  ${risk?.id}  LOW .* → EXTREME `, 'm'));
    expect(found.output).toMatch(/^ผิดปกติ · FAULT {2}RegisterDueDay .* {2}99 → \d+$/m);
    expect(found.output).toMatch(new RegExp(`^ผิดปกติ · FAULT  SearchText  \\S+  ${risk?.id}  RISK `, 'm'));
    expect(found.output).toMatch(/^ผิดปกติ · FAULT {2}RegisterSummary .* {2}– → /m);

    expect(await summaries('rebuild')).toMatchObject({ code: 0 });
    expect(await summaries('verify')).toMatchObject({ code: 0 });
    const entries = await asSuperuser(
      database.superuser,
      `SELECT act FROM "AuditEntry" WHERE "entityId" = '${risk?.id}' ORDER BY seq DESC LIMIT 1`,
    );
    expect(entries).toEqual([{ act: 'rebuildSummaries' }]);
  });

  it('leave with one sentence when they are asked for something else', async () => {
    expect(await summaries('mend')).toMatchObject({
      code: 1,
      output: expect.stringContaining('Say verify or rebuild.'),
    });
  });
});
