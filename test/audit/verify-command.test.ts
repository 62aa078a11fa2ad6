import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '@registry/api/database/open-database.ts';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

const command = fileURLToPath(new URL('../../packages/api/dist/audit-verify-command.js', import.meta.url));
const prismaDir = fileURLToPath(new URL('../../prisma', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'registry-verify-'));
const heads = join(work, 'heads.json');

let database: DatabaseCopy;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(work, { recursive: true, force: true });
});

type Outcome = { code: number | null; output: string };

function verify(env: Readonly<Record<string, string>>, ...options: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [command, ...options], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

describe('npm run audit:verify', () => {
  it('names every chain with its head, keeps the heads, and finds what was altered or cut together with its head', async () => {
    const own = { DATABASE_URL: database.app, MIGRATION_DATABASE_URL: database.owner };
    const whole = await verify(own, '--heads', heads);
    expect(whole).toMatchObject({ code: 0 });
    expect(whole.output).toMatch(/^SAMPLE-1 {2}\d+ รายการ · entries {2}\d+ {2}[0-9a-f]{64}$/m);
    expect(whole.output).toMatch(/^CITY {2}/m);
    const kept = JSON.parse(readFileSync(heads, 'utf8')).heads;
    const chain = kept.find(({ code }: { code: string }) => code === 'SAMPLE-1');
    expect(await verify(own, '--against', heads)).toMatchObject({ code: 0 });

    await asSuperuser(
      database.superuser,
      `DELETE FROM "AuditEntry" WHERE "agencyId" = '${chain.agencyId}' AND seq = ${chain.seq};
       UPDATE "AuditHead" h SET seq = e.seq, hash = e.hash FROM "AuditEntry" e
       WHERE h."agencyId" = e."agencyId" AND e."agencyId" = '${chain.agencyId}' AND e.seq = ${chain.seq - 1}`,
    );
    expect(await verify(own)).toMatchObject({ code: 0 });
    const cut = await verify(own, '--against', heads, '--heads', join(work, 'never.json'));
    expect(cut.code).toBe(1);
    expect(cut.output).toContain(`FAULT  SAMPLE-1  ${chain.seq}  KEPT_HEAD_MISSING`);
    expect(() => readFileSync(join(work, 'never.json'))).toThrow('ENOENT');

    await asSuperuser(
      database.superuser,
      `UPDATE "AuditEntry" SET act = 'x' WHERE "agencyId" = '${chain.agencyId}' AND seq = 5`,
    );
    const altered = await verify(own);
    expect(altered.code).toBe(1);
    expect(altered.output).toMatch(/FAULT {2}SAMPLE-1 {2}5 {2}ENTRY_ALTERED {2}รายการถูกแก้ไข · the entry was altered/);
  });

  it('says in one sentence what is wrong with the file of kept heads', async () => {
    const odd = join(work, 'odd.json');
    writeFileSync(odd, '{}');
    const { code, output } = await verify(
      { DATABASE_URL: database.app, MIGRATION_DATABASE_URL: database.owner },
      '--against',
      odd,
    );
    expect(code).toBe(1);
    expect(output).toContain('it must be a file written by --heads');
    expect(output).not.toMatch(/\n\s+at /);
  });

  it('works beside the server that has the embedded database, and leaves it running', async () => {
    const dataDir = join(work, 'data');
    const server = await openDatabase({ dataDir, prismaDir, durable: false, log: () => undefined });
    try {
      const { code, output } = await verify({ DATA_DIR: dataDir });
      expect(output).toContain('Using the database of the server that is running');
      expect(code).toBe(0);
      expect(await asSuperuser(server.ownerUrl ?? '', 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
    } finally {
      await server.stop();
    }
    const alone = await verify({ DATA_DIR: dataDir });
    expect(alone).toMatchObject({
      code: 0,
      output: expect.stringContaining('Starting the embedded PostgreSQL database'),
    });
  });
});
