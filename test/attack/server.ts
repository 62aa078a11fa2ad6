import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { findRunningPostgres } from '@registry/api/database/embedded/running-postgres.ts';
import { postmasterOf } from '../bench/resources.ts';
import { nodeOn } from './cores.ts';

const START_MS_MAX = 120_000;
const STOP_MS_MAX = 60_000;

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The built registry in a process of its own, with its own PostgreSQL, as `npm start` runs it. */
export type Server = {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly postmaster: number;
  /** Outside every wall: for looking at what PostgreSQL is doing. */
  readonly superuserUrl: string;
  /** What it wrote at level error or above. */
  readonly errors: readonly string[];
  readonly hasEnded: () => boolean;
  /** Sends SIGTERM; answers after how many seconds the process had ended. */
  stop(): Promise<number>;
};

export type ServerOptions = {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Keeps the server off the core of the load. */
  readonly isApart: boolean;
};

const ERROR_LEVEL = 50;

const isError = (line: string): boolean => {
  const level = /^\{"level":(\d+)/.exec(line)?.[1];
  return level !== undefined && Number(level) >= ERROR_LEVEL;
};

export async function startServer({ dataDir, env = {}, isApart }: ServerOptions): Promise<Server> {
  const main = `${root}packages/api/dist/main.js`;
  const { command, args } = isApart ? nodeOn('server', [main]) : { command: process.execPath, args: [main] };
  const child = spawn(command, args, {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      // Budgets of cost would refuse what the other limits are to be shown with; `COST_PER_MINUTE` set outside tries them too.
      COST_PER_MINUTE: process.env.COST_PER_MINUTE ?? '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => kill(child, dataDir);
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const errors: string[] = [];
  const { url, settled } = listen(child, errors);
  const address = new URL(await url);
  // The round of findings at the start is over: nothing goes on beside what is measured.
  await settled;
  const logins = await findRunningPostgres(dataDir);
  if (!logins || child.pid === undefined) throw new Error('The server is ready, but its database is not found.');
  const superuser = new URL(logins.superuserUrl);
  superuser.pathname = new URL(logins.ownerUrl).pathname;
  return {
    url: address.origin,
    port: Number(address.port),
    pid: child.pid,
    postmaster: postmasterOf(dataDir),
    superuserUrl: superuser.href,
    errors,
    hasEnded: () => hasEnded(child),
    stop: () => stop(child, dataDir),
  };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

function listen(child: ChildProcess, errors: string[]): { url: Promise<string>; settled: Promise<void> } {
  const said: string[] = [];
  let isSettled = () => {};
  const settled = new Promise<void>((resolve) => {
    isSettled = resolve;
  });
  const url = new Promise<string>((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`The server ${reason}. It said:\n${said.slice(-20).join('\n')}`));
    const timer = setTimeout(() => fail(`was not ready within ${START_MS_MAX / 1000} s`), START_MS_MAX);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => {
      clearTimeout(timer);
      isSettled();
      fail(`left with ${code}`);
    });
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        if (said.length > 100) said.shift();
        if (isError(line)) errors.push(line);
        if (/findings new or changed/.test(line)) isSettled();
        const ready = /^ready (http:\S+)/.exec(line)?.[1];
        if (!ready) return;
        clearTimeout(timer);
        resolve(ready);
      });
    }
  });
  return { url, settled };
}

/** At once, with its PostgreSQL, which would outlive it. */
function kill(child: ChildProcess, dataDir: string): void {
  child.kill('SIGKILL');
  try {
    process.kill(postmasterOf(dataDir), 'SIGQUIT');
  } catch {
    // It had ended already.
  }
}

async function stop(child: ChildProcess, dataDir: string): Promise<number> {
  const since = performance.now();
  if (!hasEnded(child)) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => kill(child, dataDir), STOP_MS_MAX);
    await ended;
    clearTimeout(timer);
  }
  return (performance.now() - since) / 1000;
}
