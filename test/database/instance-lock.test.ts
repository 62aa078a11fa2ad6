import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { isHeld, type LockOptions, lockDataDirectory } from '@registry/api/database/lock/instance-lock.ts';
import { noKernelLock } from '@registry/api/database/lock/kernel-lock.ts';
import { buildDataDirectoryServer, canIsolate, type ServerProcess, startProcess } from '../kit/container.ts';

const ROWS = 20;
const START_SECONDS_MAX = 15;

let dataDir: string;
let running: ServerProcess[];

beforeAll(buildDataDirectoryServer);
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'registry-lock-'));
  running = [];
});
afterEach(async () => {
  for (const server of running) server.child.kill('SIGKILL');
  await Promise.all(running.map(({ ended }) => ended));
  await rm(dataDir, { recursive: true, force: true });
});

const start = (...[options, isolation]: Parameters<typeof startProcess>): ServerProcess => {
  const server = startProcess(options, isolation);
  running.push(server);
  return server;
};
const acknowledged = (server: ServerProcess): number => server.output().match(/^acknowledged/gm)?.length ?? 0;

/** Starts a server without a container and answers how many rows it finds. */
async function rowsFound(): Promise<number> {
  const reader = start({ dataDir, rows: 1 });
  await reader.until('acknowledged 1');
  const [, found] = /^found (\d+)$/m.exec(reader.output()) ?? [];
  reader.signal('SIGTERM');
  await reader.ended;
  return Number(found);
}

/** The processes of PostgreSQL that work on the directory. */
function postgresOf(directory: string): string[] {
  const { ino, dev } = statSync(join(directory, 'postgres'));
  return readdirSync('/proc').filter((pid) => {
    try {
      const cwd = statSync(`/proc/${pid}/cwd`);
      return /^\d+$/.test(pid) && cwd.ino === ino && cwd.dev === dev;
    } catch {
      return false;
    }
  });
}

// Namespaces are Linux's, and some build machines do not let anybody make them; ours does, and has to.
const inContainers = canIsolate || process.env.CI === 'true' ? describe : describe.skip;

inContainers('two containers on one data directory', () => {
  it('cannot both serve it: the second names the first, and every write that was acknowledged is there', async () => {
    const first = start({ dataDir, rows: ROWS }, 'container');
    await first.until('acknowledged 1');
    const second = start({ dataDir, rows: ROWS }, 'container');
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(
      /^refused: Another server \(process 1 on \S+, since \S+\) is using the data directory/,
    );
    expect(acknowledged(second)).toBe(0);
    await first.until(`acknowledged ${ROWS}`);
    first.signal('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(await rowsFound()).toBe(ROWS);
  });

  it('serve it one after the other when the first was killed, within seconds and without a loss', async () => {
    const first = start({ dataDir, rows: ROWS }, 'container');
    await first.until('acknowledged 5');
    first.signal('SIGKILL');
    await first.ended;
    const kept = acknowledged(first);
    const since = performance.now();
    const second = start({ dataDir }, 'container');
    await second.until('ready');
    expect((performance.now() - since) / 1000).toBeLessThan(START_SECONDS_MAX);
    second.signal('SIGTERM');
    await second.ended;
    expect(await rowsFound()).toBeGreaterThanOrEqual(kept);
  });

  it('do not share it either while the PostgreSQL of a killed server lives on in the other', async () => {
    const first = start({ dataDir, rows: 3 }, 'container-with-init');
    await first.until('acknowledged 3');
    first.signal('SIGKILL');
    const second = start({ dataDir }, 'container');
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/still runs in another container/);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(await rowsFound()).toBe(3);
  });

  it('do not share it either when a script removes the lock file before a start, and nothing is lost when it removes the sign of life too', async () => {
    const first = start({ dataDir, rows: 60 }, 'container');
    await first.until('acknowledged 1');
    await rm(join(dataDir, 'server.lock'));
    const second = start({ dataDir, rows: ROWS }, 'container');
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/^refused: Another server \(process 1 on /);
    await Promise.all(['server.lock', 'server.json'].map((file) => rm(join(dataDir, file))));
    const third = start({ dataDir }, 'container');
    await third.until('ready');
    expect(await first.ended).toBe(1);
    expect(first.output()).toContain('Another server has taken over the data directory');
    const [, found] = /^found (\d+)$/m.exec(third.output()) ?? [];
    expect(Number(found)).toBeGreaterThanOrEqual(acknowledged(first));
  });
});

describe('a server that was killed', () => {
  it('leaves its data directory to the next one at once, which ends the PostgreSQL that it left behind', async () => {
    const first = start({ dataDir, rows: 3 });
    await first.until('acknowledged 3');
    first.signal('SIGKILL');
    const since = performance.now();
    expect(await rowsFound()).toBe(3);
    expect((performance.now() - since) / 1000).toBeLessThan(START_SECONDS_MAX);
  });
});

describe('two hosts whose file system has no locks', () => {
  const options = (machine: string, onLost = () => undefined): LockOptions => ({
    machine,
    tryLock: noKernelLock,
    staleMs: 600,
    beatMs: 50,
    onLost,
  });

  it('exclude each other by a sign of life, whichever of many is first', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, (_, host) => lockDataDirectory(dataDir, options(`host ${host}`))),
    );
    const locks = tries.flatMap((tried) => (tried.status === 'fulfilled' ? [tried.value] : []));
    expect(locks).toHaveLength(1);
    await expect(lockDataDirectory(dataDir, options('another'))).rejects.toThrow('is using the data directory');
    expect(await isHeld(dataDir, options('another'))).toBe(true);
    await locks[0]?.release();
    expect(await isHeld(dataDir, options('another'))).toBe(false);
  });

  it('do not wait for one that stopped in order', async () => {
    await (await lockDataDirectory(dataDir, options('one'))).release();
    const since = performance.now();
    const lock = await lockDataDirectory(dataDir, options('two'));
    expect(performance.now() - since).toBeLessThan(500);
    await lock.release();
  });

  it('take over from one that is silent, and that one ends its PostgreSQL at once when it wakes', async () => {
    const host = { machine: 'sleeper', staleMs: 2_000, beatMs: 100 };
    const sleeper = start({ dataDir, rows: 3, host });
    await sleeper.until('acknowledged 3');
    sleeper.signal('SIGSTOP');
    const lock = await lockDataDirectory(dataDir, { ...options('other'), staleMs: host.staleMs });
    expect(postgresOf(dataDir)).not.toEqual([]);
    const holder = readFileSync(join(dataDir, 'server.json'), 'utf8');
    sleeper.signal('SIGCONT');
    expect(await sleeper.ended).toBe(1);
    expect(sleeper.output()).toContain('Another server has taken over the data directory');
    await sleep(100);
    expect(postgresOf(dataDir)).toEqual([]);
    expect(JSON.parse(holder)).toMatchObject({ machine: 'other' });
    await lock.release();
  });
});
