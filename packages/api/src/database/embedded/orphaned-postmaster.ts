import { execFile } from 'node:child_process';
import { readdir, readlink, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { codeOf } from '../../start/startup-error.ts';
import { readPidFile } from './postmaster.ts';

const run = promisify(execFile);

/** The folder itself and not its name: in another container the same name may be another folder. */
const folderAt = (path: string): Promise<string> =>
  stat(path).then(
    ({ dev, ino }) => `${dev}:${ino}`,
    () => '',
  );

/**
 * Whether this process works on this cluster. The number in postmaster.pid alone proves nothing: after a crash or in a new
 * container it often belongs to another program, and PostgreSQL would then refuse to start.
 */
async function worksOn(clusterDir: string, pid: number): Promise<boolean> {
  if (process.platform === 'linux') {
    const program = await readlink(`/proc/${pid}/exe`).catch(() => '');
    if (!basename(program).startsWith('postgres')) return false;
    const [own, folder] = await Promise.all([folderAt(clusterDir), folderAt(`/proc/${pid}/cwd`)]);
    return folder === own && own !== '';
  }
  if (process.platform === 'win32') {
    const { stdout } = await run('tasklist', ['/fi', `PID eq ${pid}`, '/nh']).catch(() => ({ stdout: '' }));
    return stdout.includes('postgres');
  }
  const { stdout } = await run('ps', ['-o', 'args=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes(clusterDir);
}

/** The postmaster and what it left behind: a backend outlives a killed postmaster until its statement is done. */
async function processesOf(clusterDir: string, postmaster: number | undefined): Promise<number[]> {
  const listed = process.platform === 'linux' ? (await readdir('/proc')).map(Number).filter((pid) => pid > 0) : [];
  const candidates = new Set(postmaster ? [postmaster, ...listed] : listed);
  const found: number[] = [];
  for (const pid of candidates) {
    if (pid !== process.pid && (await worksOn(clusterDir, pid))) found.push(pid);
  }
  return found;
}

/** False when the process has ended, or belongs to another account. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Ends the server processes that a killed run left behind. The caller holds the lock of the data directory, so that any process here is
 * orphaned. Returns whether there was one.
 */
export async function stopOrphans(clusterDir: string): Promise<boolean> {
  const file = await readPidFile(clusterDir);
  let left = await processesOf(clusterDir, file?.pid);
  const found = left.length > 0;
  const postmaster = left.find((pid) => pid === file?.pid);
  const steps = [
    { name: 'SIGINT', seconds: 8 },
    { name: 'SIGQUIT', seconds: 2 },
    { name: 'SIGKILL', seconds: 2 },
  ] as const;
  for (const { name, seconds } of steps) {
    const receivers = postmaster && name !== 'SIGKILL' ? [postmaster] : left;
    for (const pid of receivers.filter((candidate) => left.includes(candidate))) signal(pid, name);
    for (let waited = 0; left.length > 0 && waited < seconds * 20; waited += 1) {
      await sleep(50);
      left = await processesOf(clusterDir, file?.pid);
    }
  }
  return found;
}

/**
 * Removes the pid file of a server that has ended. PostgreSQL does so itself unless the number is in use; while the caller holds the
 * cluster's lock, that can only be by another program.
 */
export async function clearPidFile(clusterDir: string): Promise<void> {
  const file = await readPidFile(clusterDir);
  if (file && signal(file.pid, 0)) await rm(join(clusterDir, 'postmaster.pid'), { force: true });
}

/**
 * Kills every process of the cluster without a clean-up: the files belong to another server by now, and an orderly end would write to them
 * and remove the other's.
 */
export async function killCluster(clusterDir: string): Promise<void> {
  const file = await readPidFile(clusterDir);
  for (const pid of await processesOf(clusterDir, file?.pid)) signal(pid, 'SIGKILL');
}
