import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { reasonOf, StartupError } from '../../start/startup-error.ts';
import { type DataDirectoryLock, type LockEnvironment, lockDataDirectory } from '../lock/instance-lock.ts';
import type { KernelLock } from '../lock/kernel-lock.ts';
import type { Log } from '../log.ts';
import { ensureRoles } from '../provisioning/roles.ts';
import { clusterExists, createCluster, serverDirectory } from './cluster.ts';
import { prepareDataDirectory, type RolePasswords, readPasswords } from './data-directory.ts';
import { type Logins, loginsAt } from './logins.ts';
import { clearPidFile, killCluster, stopOrphans } from './orphaned-postmaster.ts';
import { chooseAccount } from './postgres-account.ts';
import { findPrograms } from './postgres-programs.ts';
import { serverArguments } from './postgres-settings.ts';
import { type PostmasterPlan, startPostmaster } from './postmaster.ts';
import { type Supervised, supervise } from './supervise.ts';

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

const takenOver = (dataDir: string): StartupError =>
  new StartupError(
    `เซิร์ฟเวอร์อื่นเข้าใช้โฟลเดอร์ข้อมูล ${dataDir} แทนแล้ว เซิร์ฟเวอร์นี้จึงหยุดทันที`,
    `Another server has taken over the data directory ${dataDir}; this one has stopped at once.`,
  );

export type EmbeddedOptions = {
  readonly dataDir: string;
  readonly log: Log;
  /** False for tests only: a power cut would lose data, and everything is several times faster. */
  readonly durable?: boolean;
  /** Called when another server took the data directory over from this one; its PostgreSQL has been ended by then. */
  readonly onLost?: (reason: StartupError) => void;
  /** Tests play another host. */
  readonly surroundings?: LockEnvironment;
};

type Cluster = { readonly clusterDir: string; readonly dataDir: string; readonly passwords: RolePasswords };

/** Makes the cluster when there is none, and ends what a killed run left behind; answers how to start its server under a lock. */
async function prepareCluster(
  { clusterDir, dataDir, passwords }: Cluster,
  exists: boolean,
  { log, durable = true }: EmbeddedOptions,
): Promise<(lockFd: number | undefined) => (port: number) => PostmasterPlan> {
  const account = await chooseAccount(clusterDir);
  const programs = await findPrograms(account);
  if (!exists) {
    log(`สร้างฐานข้อมูลใหม่ใน ${clusterDir}`, `Creating the database in ${clusterDir}`);
    await createCluster({ clusterDir, password: passwords.superuser, programs, account, durable });
  } else if (await stopOrphans(clusterDir)) {
    log('หยุด PostgreSQL ที่ค้างจากครั้งก่อนแล้ว', 'Stopped the PostgreSQL that a killed run had left behind');
  }
  const directory = await serverDirectory(clusterDir, account);
  return (lockFd) => (port) => ({
    program: programs.postgres,
    pgCtl: programs.pgCtl,
    arguments: serverArguments({ clusterDir: directory, port, durable }),
    clusterDir,
    logFile: join(dataDir, 'postgres.log'),
    account,
    lockFd,
  });
}

/** Takes the data directory; when another takes it over, PostgreSQL is ended at once. */
function lockFor(
  dataDir: string,
  { log, onLost, surroundings }: EmbeddedOptions,
  endPostgres: () => Promise<void>,
): Promise<DataDirectoryLock> {
  return lockDataDirectory(dataDir, {
    ...surroundings,
    async onLost() {
      await endPostgres();
      onLost?.(takenOver(dataDir));
    },
    onWaiting: (host) =>
      log(
        `โฟลเดอร์ข้อมูลนี้เคยใช้โดยเครื่อง ${host} กำลังตรวจว่าเครื่องนั้นหยุดแล้ว`,
        `The data directory was last used by host ${host}; checking that it has stopped`,
      ),
  });
}

/**
 * Starts the PostgreSQL server of `<dataDir>/postgres`, which it makes when there is none. Signals are not handled here:
 * the caller calls `stop` when nothing needs the database any more.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = await prepareDataDirectory(options.dataDir);
  const clusterDir = join(dataDir, 'postgres');
  let server: Supervised | undefined;
  let cluster: KernelLock | undefined;
  const lock = await lockFor(dataDir, options, () => (server ? server.kill() : killCluster(clusterDir)));
  const stop = async (): Promise<void> => {
    await server?.stop();
    await cluster?.release();
    await lock.release();
  };
  try {
    const exists = await clusterExists(clusterDir);
    const passwords = await readPasswords(dataDir, exists);
    const planUnder = await prepareCluster({ clusterDir, dataDir, passwords }, exists, options);
    cluster = await lock.lockCluster();
    await clearPidFile(clusterDir);
    const plan = planUnder(cluster.fd);
    const { child, port } = await startServer(plan, options.log);
    server = supervise(child, plan(port), options.log);
    const logins = loginsAt(port, passwords);
    await ensureRoles(logins.superuserUrl, {
      ownerPassword: passwords.owner,
      appPassword: passwords.app,
      isOwnServer: true,
    });
    return { ...logins, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
