import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@registry/api/database/embedded/embedded-postgres.ts';
import { assertSafeLogin } from '@registry/api/database/provisioning/safe-login.ts';
import { migrate } from '@registry/prisma/migrate.ts';
import { driftOf, migrationStatusOf } from '@registry/prisma/migration-engine.ts';
import { Client } from 'pg';

const prismaDir = fileURLToPath(new URL('../../prisma', import.meta.url));
const schemaDir = join(prismaDir, 'schema');
const migrationsDir = join(prismaDir, 'migrations');
const quiet = () => undefined;

let dataDir: string;
let server: EmbeddedPostgres;

const start = () => startEmbeddedPostgres({ dataDir, log: quiet, durable: false });

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'registry-database-'));
  server = await start();
}, 60_000);

afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

describe('the embedded database', () => {
  test('applies the migrations once when two servers start at the same time', async () => {
    const run = () => migrate({ ownerUrl: server.ownerUrl, prismaDir, onProgress: quiet });
    const [first, second] = await Promise.all([run(), run()]);
    const names = [...first.applied, ...second.applied];
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
  });

  test('agrees with the Prisma schema, and with Prisma about what has been applied', async () => {
    expect(await driftOf({ url: server.ownerUrl, schemaDir })).toBe('');
    expect(await migrationStatusOf({ url: server.ownerUrl, schemaDir, migrationsDir })).toEqual({
      edited: [],
      failed: [],
      unapplied: [],
      hasTable: true,
    });
  });

  test('serves requests through a login that owns nothing', async () => {
    await expect(assertSafeLogin(server.appUrl)).resolves.toBeUndefined();
    await expect(ask(server.appUrl, 'CREATE TABLE mine (id int)')).rejects.toThrow('permission denied');
    await expect(ask(server.appUrl, 'CREATE TEMP TABLE mine (id int)')).rejects.toThrow('permission denied');
  });

  test.each(['ownerUrl', 'superuserUrl'] as const)('refuses to serve through the login of %s', async (name) => {
    await expect(assertSafeLogin(server[name])).rejects.toThrow('has too many rights');
  });

  test('lets nobody in without the password', async () => {
    await expect(assertSafeLogin(server.appUrl.replace(/:[^:@]+@/, ':guess@'))).rejects.toThrow('password is wrong');
  });

  test('refuses a second server on the same data', async () => {
    await expect(start()).rejects.toThrow(`Another server (process ${process.pid} on ${hostname()}, since `);
  });

  test('comes back by itself after its process was killed', async () => {
    await ask(server.ownerUrl, 'CREATE TABLE kept AS SELECT 1 AS id');
    const [pid] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    let rows: unknown[] | undefined;
    for (let attempt = 0; attempt < 100 && !rows; attempt += 1) {
      await sleep(100);
      rows = await ask(server.ownerUrl, 'SELECT id FROM kept').catch(() => undefined);
    }
    expect(rows).toEqual([{ id: 1 }]);
  });
});
