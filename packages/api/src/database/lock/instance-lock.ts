import { randomUUID } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartupError } from '../../start/startup-error.ts';
import { STALE_MS, startHeartbeat } from './heartbeat.ts';
import {
  createHolder,
  type Holder,
  type HolderEntry,
  isBeating,
  readHolder,
  removeStaleHolder,
} from './holder-file.ts';
import { type KernelLock, type TryKernelLock, tryKernelLock } from './kernel-lock.ts';
import { thisMachine } from './this-machine.ts';

/** The bytes that are locked. The cluster's byte lies beyond the end of its file, so that the lock does not block readers. */
const SERVER = 0;
const CLUSTER = 4_096;

/** How long a start waits for a lock: a command that checks it holds it for an instant. */
const LOOKED_AT_MS = 1_000;
const CLUSTER_FREE_MS = 5_000;

const lockFile = (dataDir: string): string => join(dataDir, 'server.lock');
const holderFile = (dataDir: string): string => join(dataDir, 'server.json');
/** A file that every cluster has: unlike a lock file, no clean-up script removes it before a start. */
const clusterFile = (dataDir: string): string => join(dataDir, 'postgres', 'PG_VERSION');

export type DataDirectoryLock = {
  /** Locks the cluster; PostgreSQL inherits `fd`, so the cluster stays locked while any of its processes lives. */
  lockCluster(): Promise<KernelLock>;
  release(): Promise<void>;
};

/** Tests play another host, and a file system without locks. */
export type LockEnvironment = {
  readonly machine?: string;
  readonly tryLock?: TryKernelLock;
  readonly staleMs?: number;
  readonly beatMs?: number;
};

export type LockOptions = LockEnvironment & {
  /** Called when another server has the directory although this one lives, as after a long pause. */
  readonly onLost: () => void;
  /** Called when the sign of life of a server on another host is waited for. */
  readonly onWaiting?: (host: string) => void;
};

const nameOf = (holder: Holder | undefined): string =>
  holder ? ` (process ${holder.pid} on ${holder.host}, since ${holder.since})` : '';

const refusal = (dataDir: string, holder: Holder | undefined): StartupError =>
  new StartupError(
    `มีเซิร์ฟเวอร์อื่น${nameOf(holder)} ใช้โฟลเดอร์ข้อมูล ${dataDir} อยู่ โปรดหยุดตัวนั้นก่อน หรือตั้ง DATA_DIR เป็นโฟลเดอร์อื่น`,
    `Another server${nameOf(holder)} is using the data directory ${dataDir}. Stop it first, or set DATA_DIR to another directory.`,
  );

async function lockWithin(ms: number, tryOnce: () => Promise<KernelLock | null>): Promise<KernelLock | null> {
  const until = performance.now() + ms;
  for (;;) {
    const lock = await tryOnce();
    if (lock || performance.now() > until) return lock;
    await sleep(50);
  }
}

/** Whether the lock file was removed since the holder took it: a free lock then proves nothing. */
async function isLockNewerThan(holder: Holder, dataDir: string): Promise<boolean> {
  const { birthtimeMs } = await stat(lockFile(dataDir));
  return Math.floor(birthtimeMs) > Date.parse(holder.since);
}

/** Whether the holder in the file may be alive although the kernel's lock was free: only where that lock says nothing about it. */
async function mayLive(
  { holder }: HolderEntry,
  dataDir: string,
  machine: string,
  { fd }: KernelLock,
): Promise<boolean> {
  if (fd === undefined || holder?.machine !== machine) return true;
  return isLockNewerThan(holder, dataDir);
}

/** Writes this process into the file, unless its holder is alive. */
async function takeOver(dataDir: string, mine: Holder, kernel: KernelLock, options: LockOptions): Promise<void> {
  const path = holderFile(dataDir);
  const found = await readHolder(path);
  if (found) {
    if (await mayLive(found, dataDir, mine.machine, kernel)) {
      options.onWaiting?.(found.holder?.host ?? '?');
      if (await isBeating(path, found, options.staleMs ?? STALE_MS)) throw refusal(dataDir, found.holder);
    }
    if (!(await removeStaleHolder(path, found, mine.token))) throw refusal(dataDir, undefined);
  }
  if (!(await createHolder(path, mine))) throw refusal(dataDir, (await readHolder(path))?.holder);
}

/**
 * One server per data directory, by two locks: the kernel's, which is exact between all processes and containers of one machine and is
 * released when its holder dies; and a file with heartbeats, for hosts that share the directory. Throws with the name of the holder.
 */
export async function lockDataDirectory(dataDir: string, options: LockOptions): Promise<DataDirectoryLock> {
  const tryLock = options.tryLock ?? tryKernelLock;
  const kernel = await lockWithin(LOOKED_AT_MS, () => tryLock(lockFile(dataDir), SERVER));
  if (!kernel) throw refusal(dataDir, (await readHolder(holderFile(dataDir)))?.holder);
  const machine = options.machine ?? (await thisMachine());
  const since = new Date().toISOString();
  const mine: Holder = { token: randomUUID(), machine, host: hostname(), pid: process.pid, since };
  try {
    await takeOver(dataDir, mine, kernel, options);
  } catch (error) {
    await kernel.release();
    throw error;
  }
  let isLost = false;
  const onLost = (): void => {
    isLost = true;
    options.onLost();
  };
  const heartbeat = startHeartbeat(holderFile(dataDir), mine, onLost, options.beatMs);
  return {
    async lockCluster() {
      const cluster = await lockWithin(CLUSTER_FREE_MS, () => tryLock(clusterFile(dataDir), CLUSTER));
      if (cluster) return cluster;
      throw new StartupError(
        `PostgreSQL ของ ${dataDir} ยังทำงานอยู่ในคอนเทนเนอร์อื่น โปรดหยุดคอนเทนเนอร์นั้นก่อน`,
        `The PostgreSQL of ${dataDir} still runs in another container. Stop that container first.`,
      );
    },
    async release() {
      await heartbeat.stop();
      if (!isLost) await rm(holderFile(dataDir), { force: true });
      await kernel.release();
    },
  };
}

/** Whether a server has the data directory, for commands beside it. */
export async function isHeld(dataDir: string, surroundings: LockEnvironment = {}): Promise<boolean> {
  const kernel = await (surroundings.tryLock ?? tryKernelLock)(lockFile(dataDir), SERVER, 'shared');
  if (!kernel) return true;
  await kernel.release();
  const found = await readHolder(holderFile(dataDir));
  const machine = surroundings.machine ?? (await thisMachine());
  if (!found || !(await mayLive(found, dataDir, machine, kernel))) return false;
  return isBeating(holderFile(dataDir), found, surroundings.staleMs ?? STALE_MS);
}
