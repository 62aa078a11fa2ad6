import { execFile } from 'node:child_process';
import { readdir, readlink, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { codeOf } from '../startup-error.ts';
import { readPidFile } from './postmaster.ts';

const run = promisify(execFile);

const readLink = (pid: number, name: string): Promise<string> => readlink(`/proc/${pid}/${name}`).catch(() => '');

/**
 * Whether this process works on this cluster. The number in postmaster.pid alone proves nothing: after a crash or in a new
 * container it often belongs to another program, and PostgreSQL would then refuse to start.
 */
async function worksOn(clusterDir: string, pid: number): Promise<boolean> {
  if (process.platform === 'linux') {
    const [program, folder] = await Promise.all([readLink(pid, 'exe'), readLink(pid, 'cwd')]);
    return folder === clusterDir && basename(program).startsWith('postgres');
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

/** False when there is no such process (any more), or none of this account's. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Ends the server processes that a killed run left behind and clears what they left. The caller holds the lock of the data
 * directory, so whatever still runs here belongs to nobody. Answers whether there was anything.
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
  // PostgreSQL clears the file by itself unless its number is in use, and by now that can only be another program.
  if (file && signal(file.pid, 0)) await rm(join(clusterDir, 'postmaster.pid'), { force: true });
  return found;
}
