import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@registry/api/database/embedded/embedded-postgres.ts';
import { createPool, type Pool } from '@registry/prisma/client.ts';
import { publicViewer } from '@registry/schema/base/viewer.logic.ts';
import { dataVersion } from '@registry/schema/tenancy/data-version.ts';
import { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import pg from 'pg';

let dataDir: string;
let server: EmbeddedPostgres;
let pool: Pool;
let tenancy: Tenancy;
const clients: pg.Client[] = [];

/** A connection of the superuser, which may be lost without anybody minding. */
const connect = async (): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: server.superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  clients.push(client);
  return client;
};

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'registry-version-'));
  server = await startEmbeddedPostgres({ dataDir, log: () => undefined, durable: true });
  pool = createPool({ url: server.appUrl, max: 1, onError: () => undefined });
  tenancy = new Tenancy(pool);
  await (await connect()).query('CREATE TABLE kept (value int)');
}, 60_000);
afterAll(async () => {
  await Promise.allSettled(clients.map((client) => client.end()));
  await pool.end();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const version = () => dataVersion({ viewer: publicViewer, tenancy });

const untilItAnswers = async <Result>(ask: () => Promise<Result>): Promise<Result> => {
  for (let left = 100; ; left -= 1) {
    try {
      return await ask();
    } catch (error) {
      if (left === 0) throw error;
      await sleep(100);
    }
  }
};

describe('the version of the data', () => {
  it('stays while nothing is written, and while a transaction is open', async () => {
    const [one, other] = await Promise.all([connect(), connect()]);
    const first = await version();
    await one.query('SELECT count(*) FROM kept');
    expect(await version()).toBe(first);
    await one.query('BEGIN; INSERT INTO kept VALUES (1)');
    const open = await version();
    expect(await version()).toBe(open);
    await other.query('INSERT INTO kept VALUES (2)');
    const between = await version();
    await one.query('COMMIT');
    expect(new Set([first, between, await version()]).size).toBe(3);
  });

  it('never comes back, though a crash makes PostgreSQL give the ids of lost transactions again', async () => {
    const client = await connect();
    await client.query('CHECKPOINT');
    await client.query('BEGIN; INSERT INTO kept VALUES (3); ROLLBACK');
    const before = await version();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const [killed] = rows;
    if (!killed) throw new Error('There is no connection to lose.');
    process.kill(killed.pid, 'SIGKILL');
    await sleep(300);
    const after = [await untilItAnswers(version)];
    const again = await untilItAnswers(connect);
    for (let round = 0; round < 5; round += 1) {
      await again.query('INSERT INTO kept VALUES (4)');
      after.push(await version());
    }
    const snapshotOf = (text: string | null) => text?.split(' ').at(-1);
    const isGivenAgain = after.some((each) => snapshotOf(each) === snapshotOf(before));
    console.info(`the snapshot alone ${isGivenAgain ? 'came back' : 'did not come back'} after the crash`);
    expect(after).not.toContain(before);
    expect(after).not.toContain(null);
  }, 30_000);
});
