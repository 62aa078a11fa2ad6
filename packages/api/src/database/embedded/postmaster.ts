import { type ChildProcess, spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { copyFile, open, readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresAccount } from './postgres-account.ts';

const LOG_LIMIT_BYTES = 8 * 1024 * 1024;

/** What is needed to start the server process again and again in the same way. */
export type PostmasterPlan = {
  readonly program: string;
  readonly pgCtl: string;
  readonly arguments: readonly string[];
  readonly clusterDir: string;
  readonly logFile: string;
  readonly account: PostgresAccount | undefined;
  /** The lock of the cluster, which every process of PostgreSQL inherits; undefined where the file system knows no locks. */
  readonly lockFd: number | undefined;
};

/** The lines of postmaster.pid that matter, or undefined when there is no such file. */
export async function readPidFile(
  clusterDir: string,
): Promise<{ pid: number; port: number; ready: boolean } | undefined> {
  const text = await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n').map((line) => line.trim());
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7] === 'ready' };
}

/** Keeps the log small: the file is only ever appended to, so it can be emptied while the server writes to it. */
export async function rotateLog(logFile: string): Promise<void> {
  const { size } = await stat(logFile).catch(() => ({ size: 0 }));
  if (size < LOG_LIMIT_BYTES) return;
  await copyFile(logFile, `${logFile}.1`);
  await truncate(logFile);
}

/** Why a start failed: the errors that the server has logged since a position, or else its last lines. */
async function failureSince(logFile: string, start: number): Promise<string> {
  let text = '';
  for await (const chunk of createReadStream(logFile, { start, encoding: 'utf8' })) text += chunk;
  const lines = text.trim().split('\n');
  const errors = lines.filter((line) => /(FATAL|PANIC|ERROR|DETAIL|HINT):/.test(line));
  return (errors.length > 0 ? errors : lines).slice(-4).join('\n');
}

export class PostmasterFailure extends Error {
  override readonly name = 'PostmasterFailure';
}

export const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Starts the server process and waits until it accepts connections (a crash recovery may take its time). */
export async function startPostmaster(plan: PostmasterPlan, onWaiting: () => void): Promise<ChildProcess> {
  await rotateLog(plan.logFile);
  const log = await open(plan.logFile, 'a', 0o600);
  const { size } = await log.stat();
  const child = spawn(plan.program, [...plan.arguments], {
    cwd: plan.clusterDir,
    // A session of its own: Ctrl-C and signals to the whole process group reach the HTTP server, which stops it in order.
    detached: true,
    windowsHide: true,
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
    stdio: ['ignore', log.fd, log.fd, plan.lockFd ?? 'ignore'],
    ...plan.account,
  });
  const failed = new Promise<Error>((resolve) => child.once('error', resolve));
  await log.close();
  for (let waited = 0; ; waited += 1) {
    const error = await Promise.race([failed, sleep(25)]);
    if (error) throw error;
    const file = await readPidFile(plan.clusterDir);
    if (file?.ready && file.pid === child.pid) return child;
    if (hasEnded(child)) throw new PostmasterFailure(await failureSince(plan.logFile, size));
    if (waited % 200 === 199) onWaiting();
  }
}

/** Stops the server process: connections are cut, what is committed is on disk; harder if that takes too long. */
export async function stopPostmaster(child: ChildProcess, plan: PostmasterPlan): Promise<void> {
  child.ref();
  if (process.platform === 'win32') {
    // Windows has no signals; pg_ctl knows the way around.
    const control = spawn(plan.pgCtl, ['stop', '-D', plan.clusterDir, '-m', 'fast'], { stdio: 'ignore' });
    await new Promise((resolve) => control.once('close', resolve).once('error', resolve));
  } else {
    for (const [signal, seconds] of [
      ['SIGINT', 20],
      ['SIGQUIT', 5],
      ['SIGKILL', 5],
    ] as const) {
      if (hasEnded(child)) return;
      child.kill(signal);
      for (let waited = 0; waited < seconds * 50 && !hasEnded(child); waited += 1) await sleep(20);
    }
  }
}
