import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Measured, Round } from './measure.ts';
import type { Options } from './options.ts';
import type { ServerName } from './server-names.ts';
import { type WorkloadName, workloads } from './workloads.ts';

/** A median with the least and the greatest value that it stands for. */
export type Spread = { readonly median: number; readonly min: number; readonly max: number };

export type ServerResult = {
  readonly requestsPerSecond: Spread;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of a request in ms; null where the system does not tell. */
  readonly cpuMs: { readonly server: number; readonly postgres: number; readonly load: number } | null;
  readonly statements: number;
  readonly residentMb: number;
};

export type Ratio = Spread & { readonly target: number; readonly reached: boolean };

export type WorkloadResult = {
  readonly name: WorkloadName;
  readonly title: string;
  readonly servers: Partial<Record<ServerName, ServerResult>>;
  /** Our requests per second over a peer's of the same round. */
  readonly ratios: Partial<Record<ServerName, Ratio>>;
};

export type Circumstances = {
  readonly commit: string;
  readonly changedSince: boolean;
  readonly date: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly postgres: string;
  /** How many processes wanted to run before the bench did: what others take is missing in the figures. */
  readonly loadBefore: number;
};

export type Results = {
  readonly circumstances: Circumstances;
  readonly settings: Pick<
    Options,
    'agencies' | 'connections' | 'poolSize' | 'rounds' | 'seconds' | 'warmup' | 'durable'
  >;
  readonly workloads: readonly WorkloadResult[];
};

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? 0;
  const middle = (sorted.length - 1) / 2;
  return {
    median: rounded((at(Math.floor(middle)) + at(Math.ceil(middle))) / 2),
    min: rounded(at(0)),
    max: rounded(at(sorted.length - 1)),
  };
}

/** Four digits that count: more would only look exact. */
export const rounded = (value: number): number => Number(value.toPrecision(4));

const medianOf = (values: readonly number[]): number => spreadOf(values).median;

export function serverResult({ rounds, residentMb }: Measured, statements: number): ServerResult {
  const part = (pick: (round: Round) => number) => medianOf(rounds.map(pick));
  const hasCpu = rounds.every(({ cpu }) => cpu !== null);
  return {
    requestsPerSecond: spreadOf(rounds.map(({ requestsPerSecond }) => requestsPerSecond)),
    p50Ms: part(({ p50 }) => p50),
    p99Ms: part(({ p99 }) => p99),
    cpuMs: hasCpu
      ? {
          server: part(({ cpu }) => cpu?.server ?? 0),
          postgres: part(({ cpu }) => cpu?.postgres ?? 0),
          load: part(({ cpu }) => cpu?.load ?? 0),
        }
      : null,
    statements,
    residentMb: Math.round(residentMb),
  };
}

/** What was measured of one workload. Ratios are taken round by round: a machine that slows down slows both. */
export function workloadResult(
  name: WorkloadName,
  measured: ReadonlyMap<ServerName, Measured>,
  statements: ReadonlyMap<string, number>,
): WorkloadResult {
  const { title, targets } = workloads[name];
  const servers: Partial<Record<ServerName, ServerResult>> = {};
  for (const [server, each] of measured) servers[server] = serverResult(each, statements.get(`${name} ${server}`) ?? 0);
  const ratios: Partial<Record<ServerName, Ratio>> = {};
  for (const peer of ['postgraphile', 'sql'] as const) {
    const [ours, theirs] = [measured.get('ours')?.rounds, measured.get(peer)?.rounds];
    if (!ours || !theirs) continue;
    const ratio = spreadOf(
      ours.map(({ requestsPerSecond }, index) => requestsPerSecond / (theirs[index]?.requestsPerSecond ?? Number.NaN)),
    );
    ratios[peer] = { ...ratio, target: targets[peer], reached: ratio.median >= targets[peer] };
  }
  return { name, title, servers, ratios };
}

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Read when the program starts. */
export const loadBefore = rounded(loadavg()[0] ?? 0);

function output(command: string, args: readonly string[]): string {
  try {
    return execFileSync(command, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}

/** Where and of what the figures are: without it they mean nothing. */
export const circumstancesOf = (node: string, postgres: string): Circumstances => ({
  commit: output('git', ['rev-parse', '--short', 'HEAD']) || 'unknown',
  changedSince: output('git', ['status', '--porcelain', '--', 'packages', 'prisma', 'test/bench']) !== '',
  date: new Date().toISOString().slice(0, 10),
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: `${process.platform}-${process.arch}`,
  node: output(node, ['--version']),
  postgres,
  loadBefore,
});
