import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { reasonOf, StartupError } from '../startup-error.ts';
import { clusterExists, createCluster, serverDirectory } from './cluster.ts';
import { prepareDataDirectory, readPasswords } from './data-directory.ts';
import { lockDataDirectory } from './instance-lock.ts';
import { type Logins, loginsAt } from './logins.ts';
import { stopOrphans } from './orphaned-postmaster.ts';
import { chooseAccount } from './postgres-account.ts';
import { findPrograms } from './postgres-programs.ts';
import { serverArguments } from './postgres-settings.ts';
import { hasEnded, type PostmasterPlan, rotateLog, startPostmaster, stopPostmaster } from './postmaster.ts';
import { ensureRoles } from './roles.ts';

export type Log = (messageTh: string, messageEn: string) => void;

export type EmbeddedPostgres = Logins & { stop(): Promise<void> };

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Keeps the server process running: after a full disk it gives up, and has to come back when there is room again. */
function supervise(first: ChildProcess, plan: PostmasterPlan, log: Log): { stop(): Promise<void> } {
  let child = first;
  let stopping = false;
  let restarting = Promise.resolve();

  const restart = async (): Promise<void> => {
    log('PostgreSQL หยุดเองโดยไม่ได้สั่ง กำลังเริ่มใหม่', 'PostgreSQL stopped by itself; starting it again');
    for (let attempt = 1; !stopping; attempt += 1) {
      try {
        await stopOrphans(plan.clusterDir);
        watch(await startPostmaster(plan, () => undefined));
        log('PostgreSQL กลับมาทำงานแล้ว', 'PostgreSQL is running again');
        return;
      } catch (error) {
        if (attempt % 30 === 1)
          log(`PostgreSQL ยังเริ่มไม่ได้: ${reasonOf(error)}`, `PostgreSQL cannot start: ${reasonOf(error)}`);
        await sleep(2000);
      }
    }
  };
  const onExit = (): void => {
    if (!stopping) restarting = restart();
  };
  const watch = (next: ChildProcess): void => {
    child = next;
    child.unref();
    child.once('exit', onExit);
    if (hasEnded(child)) onExit();
  };
  // When this process ends without having called stop, the database still gets its orderly shutdown.
  const onProcessExit = (): void => void child.kill('SIGINT');
  process.once('exit', onProcessExit);
  const rotation = setInterval(() => void rotateLog(plan.logFile).catch(() => undefined), 600_000).unref();
  watch(first);

  return {
    async stop() {
      stopping = true;
      clearInterval(rotation);
      await restarting;
      await stopPostmaster(child, plan);
      process.off('exit', onProcessExit);
    },
  };
}

async function startServer(
  plan: (port: number) => PostmasterPlan,
  log: Log,
): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    try {
      const child = await startPostmaster(plan(port), () =>
        log('PostgreSQL กำลังกู้คืนข้อมูลหลังหยุดกะทันหัน โปรดรอ', 'PostgreSQL is recovering after a crash; please wait'),
      );
      return { child, port };
    } catch (cause) {
      // Another program may have taken the port between finding it and using it.
      if (attempt < 3 && reasonOf(cause).includes('could not bind')) continue;
      throw new StartupError(`PostgreSQL เริ่มไม่ได้: ${reasonOf(cause)}`, `PostgreSQL cannot start: ${reasonOf(cause)}`, {
        cause,
      });
    }
  }
}

/**
 * Starts the PostgreSQL server of `<dataDir>/postgres`, which it makes when there is none. Signals are not handled here:
 * the caller calls `stop` when nothing needs the database any more.
 */
export async function startEmbeddedPostgres(options: {
  readonly dataDir: string;
  readonly log: Log;
  /** False for tests only: a power cut would lose data, and everything is several times faster. */
  readonly durable?: boolean;
}): Promise<EmbeddedPostgres> {
  const { log, durable = true } = options;
  const dataDir = await prepareDataDirectory(options.dataDir);
  const lock = await lockDataDirectory(dataDir);
  try {
    const clusterDir = join(dataDir, 'postgres');
    const account = await chooseAccount(clusterDir);
    const programs = await findPrograms(account);
    const exists = await clusterExists(clusterDir);
    const passwords = await readPasswords(dataDir, exists);
    if (!exists) {
      log(`สร้างฐานข้อมูลใหม่ใน ${clusterDir}`, `Creating the database in ${clusterDir}`);
      await createCluster({ clusterDir, password: passwords.superuser, programs, account, durable });
    } else if (await stopOrphans(clusterDir)) {
      log('หยุด PostgreSQL ที่ค้างจากครั้งก่อนแล้ว', 'Stopped the PostgreSQL that a killed run had left behind');
    }
    const directory = await serverDirectory(clusterDir, account);
    const logFile = join(dataDir, 'postgres.log');
    const planFor = (port: number): PostmasterPlan => ({
      program: programs.postgres,
      pgCtl: programs.pgCtl,
      arguments: serverArguments({ clusterDir: directory, port, durable }),
      clusterDir,
      logFile,
      account,
    });
    const { child, port } = await startServer(planFor, log);
    const server = supervise(child, planFor(port), log);
    const logins = loginsAt(port, passwords);
    try {
      await ensureRoles(logins.superuserUrl, { ownerPassword: passwords.owner, appPassword: passwords.app });
    } catch (error) {
      await server.stop();
      throw error;
    }
    return {
      ...logins,
      async stop() {
        await server.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
