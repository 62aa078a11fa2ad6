import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { canIsolate } from '../kit/container.ts';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

const main = new URL('../../packages/api/dist/main.js', import.meta.url).pathname;
const work = mkdtempSync(join(tmpdir(), 'registry-startup-'));
let database: DatabaseCopy;

beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(work, { recursive: true, force: true });
});

type Outcome = { code: number | null; output: string; isReady: boolean };

/** Runs the built server until it is ready, is told to stop, or gives up. */
function run(
  env: Record<string, string>,
  [file = '', ...parameters]: readonly string[] = [process.execPath, main],
): Promise<Outcome> {
  const child = spawn(file, parameters, {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let isReady = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
      if (/^ready http:/m.test(output) && !isReady) {
        isReady = true;
        child.kill('SIGTERM');
      }
    });
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output, isReady })));
}

/** One sentence in both languages, without a stack. */
const sentence = (pattern: RegExp) =>
  expect.objectContaining({ code: 1, isReady: false, output: expect.stringMatching(pattern) });
const withoutStack = ({ output }: Outcome) => expect(output).not.toMatch(/\n\s+at |node_modules/);

describe('the server', () => {
  it('serves a database of one’s own by a login that the policies bind, and stops cleanly', async () => {
    const outcome = await run({ DATABASE_URL: database.app });
    expect(outcome).toMatchObject({ code: 0, isReady: true });
    expect(outcome.output).toMatch(/WARNING: nobody can sign in.*OIDC_ISSUER/);
    // Programs wait for the first line; people open what the second names.
    expect(outcome.output).toMatch(
      /^ready http:\/\/127\.0\.0\.1:(\d+)\/graphql\nopen http:\/\/127\.0\.0\.1:\1\/ \(.+\)$/m,
    );
  });

  it('answers what it has in work and ends in order, however often it is told to stop', async () => {
    const child = spawn(process.execPath, [main], {
      env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: database.app },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
    const url = await new Promise<string>((resolve) => {
      let output = '';
      child.stdout.on('data', (chunk) => {
        output += chunk;
        const address = /^ready (http:\S+)$/m.exec(output)?.[1];
        if (address) resolve(address);
      });
    });
    const holder = new pg.Client(database.superuser);
    await holder.connect();
    try {
      await holder.query('BEGIN; LOCK TABLE "Framework" IN ACCESS EXCLUSIVE MODE');
      const answer = fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ framework { version } }' }),
      });
      await sleep(500);
      for (const signal of ['SIGTERM', 'SIGTERM', 'SIGINT', 'SIGTERM'] as const) {
        child.kill(signal);
        await sleep(100);
      }
      expect(child.exitCode).toBeNull();
      await holder.query('COMMIT');
      const { status } = await answer;
      expect(status).toBe(200);
      expect(await (await answer).json()).toMatchObject({ data: { framework: { version: expect.any(String) } } });
      expect(await ended).toEqual({ code: 0, signal: null });
    } finally {
      child.kill('SIGKILL');
      await holder.end();
    }
  });

  it.each([
    ['0.0.0.0', '127.0.0.1'],
    ['localhost', 'localhost'],
  ])('names an address that a browser can open when it listens on %s', async (host, named) => {
    const { output } = await run({ DATABASE_URL: database.app, HOST: host });
    expect(output).toMatch(new RegExp(`^open http://${named.replaceAll('.', '\\.')}:\\d+/ `, 'm'));
  });

  it.each([
    ['the owner of the tables', () => database.owner, /registry_owner|owner|เจ้าของ/],
    ['a superuser', () => database.superuser, /superuser|ผู้ดูแล/i],
    ['a wrong password', () => database.app.replace(/:[^:@/]+@/, ':wrong@'), /password|รหัสผ่าน/i],
    ['a database that is not there', () => database.app.replace(/\/[^/]+$/, '/nowhere'), /nowhere/],
    ['a server that is not there', () => 'postgres://registry_app:x@127.0.0.1:1/registry', /127\.0\.0\.1/],
  ])('refuses %s as its login in one sentence', async (_name, url, pattern) => {
    const outcome = await run({ DATABASE_URL: url() });
    expect(outcome).toEqual(sentence(pattern));
    withoutStack(outcome);
  });

  it('names the port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    const port = String(typeof address === 'object' ? address?.port : 0);
    const outcome = await run({ DATABASE_URL: database.app, PORT: port });
    taken.close();
    expect(outcome).toEqual(sentence(new RegExp(`Port ${port} is in use`)));
    withoutStack(outcome);
  });

  it('names the data directory that cannot be written, and the setting that is wrong', async () => {
    const file = join(work, 'a-file');
    writeFileSync(file, '');
    const outcomes = await Promise.all([
      run({ DATA_DIR: join(file, 'data') }),
      run({ DATA_DIR: '/proc/a-file/data' }),
      run({ PORT: 'eighty' }),
      run({ MIGRATION_DATABASE_URL: database.owner }),
    ]);
    expect(outcomes).toEqual([/a-file/, /a-file/, /PORT/, /without DATABASE_URL/].map(sentence));
    for (const outcome of outcomes) withoutStack(outcome);
  });

  it('names a database that is newer than the program, one that is not migrated, and two that are not the same', async () => {
    const newer = await copyDatabase();
    await asSuperuser(
      newer.superuser,
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29990101000000_later', now())`,
    );
    const older = await copyDatabase();
    await asSuperuser(older.superuser, `DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_require_change'`);
    const other = await copyDatabase();
    await asSuperuser(
      other.superuser,
      `UPDATE app.function_file SET checksum = 'x' WHERE name = '4-triggers/audit.sql'`,
    );
    const outcomes = await Promise.all([
      run({ DATABASE_URL: newer.app }),
      run({ DATABASE_URL: newer.app, MIGRATION_DATABASE_URL: newer.owner }),
      run({ DATABASE_URL: older.app }),
      run({ DATABASE_URL: other.app }),
      run({ DATABASE_URL: newer.app, MIGRATION_DATABASE_URL: older.owner }),
      run({ DATABASE_URL: newer.app, MIGRATION_DATABASE_URL: newer.app }),
    ]);
    await Promise.all([newer.drop(), older.drop(), other.drop()]);
    const sentences = [
      /newer than this program \(it has 29990101000000_later\)/,
      /newer than this program \(it has migration 29990101000000_later\)/,
      /not been migrated to this version \(missing: \d+_require_change\)/,
      /not been migrated to this version \(missing: 4-triggers\/audit\.sql\)/,
      /are two different databases/,
      /registry_app\) is not the owner of the database \(registry_owner\)/,
    ];
    for (const [index, outcome] of outcomes.entries()) {
      expect(outcome).toEqual(sentence(sentences[index] ?? /^$/));
      withoutStack(outcome);
    }
  });

  // Mounts need rights that not every machine gives; ours do, and have to.
  const onMounts = canIsolate || process.env.CI === 'true' ? it : it.skip;
  onMounts.each([
    ['is read-only', 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0"', /cannot be written/],
    ['has no room for a database', 'mount -t tmpfs -o size=20m tmpfs "$0"', /The disk of .* is full/],
    ['fills while data is loaded', 'mount -t tmpfs -o size=56m tmpfs "$0"', /The disk of .* is full/],
    ['has no room for one file more', 'mount -t tmpfs -o nr_inodes=3 tmpfs "$0"', /The disk of .* is full/],
  ])(
    'names a data directory that %s',
    async (_name, mount, pattern) => {
      const place = mkdtempSync(join(work, 'place-'));
      const inside = ['--mount', 'sh', '-c', `${mount} && exec "$@"`, place, process.execPath, main];
      const outcome = await run({ DATA_DIR: join(place, 'data') }, ['unshare', ...inside]);
      expect(outcome).toEqual(sentence(pattern));
      withoutStack(outcome);
      // A PostgreSQL that cannot write its last checkpoint is given time before it is ended.
    },
    90_000,
  );
});
