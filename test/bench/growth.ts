import type { BenchDatabase, Cluster } from './database.ts';
import { assessOnce } from './first-acts.ts';
import type { Issuer } from './issuer.ts';
import { type Contender, type Measured, measure } from './measure.ts';
import type { Options } from './options.ts';
import { findNode, startServer, stopServer } from './processes.ts';
import { place, table } from './report.ts';
import {
  type Circumstances,
  circumstancesOf,
  rounded,
  type ServerResult,
  type Spread,
  serverResult,
  spreadOf,
} from './results.ts';
import { say } from './say.ts';
import { setStage } from './stage.ts';
import { type WorkloadName, workloads } from './workloads.ts';

/** Agencies that the requests are about, at every size: what grows is what else is in the database. */
const AGENCIES_ASKED = 77;

/** How many times as long rounds last where a request takes longer with every agency: the last of all connections has to be answered in time. */
const LONGER = 3;

type Size = { readonly agencies: number; readonly rows: number; readonly megabytes: number };

export type GrowthResults = {
  readonly circumstances: Circumstances;
  readonly settings: Pick<Options, 'connections' | 'poolSize' | 'rounds' | 'seconds' | 'warmup' | 'years' | 'durable'>;
  readonly sizes: readonly Size[];
  readonly workloads: readonly GrowthOf[];
};

export type GrowthOf = {
  readonly name: WorkloadName;
  readonly results: readonly ServerResult[];
  /** How many times as long as at the smallest size a request takes, round by round. */
  readonly slowdowns: readonly Spread[];
  /** How many times as much processor time as at the smallest size it takes, of server and database together; null where the system does not tell. */
  readonly cpuSlowdowns: readonly (number | null)[];
  readonly limits: readonly number[];
  readonly reached: boolean;
};

/** A database of one size with a server of ours to itself. */
type Sized = { readonly size: Size; readonly contender: Contender };

/** Measures our server alone while the number of agencies grows, each with as many rows as before: a database and a server per size, by turns. */
export async function measureGrowth(options: Options, cluster: Cluster, issuer: Issuer): Promise<GrowthResults> {
  const node = findNode();
  const all: Sized[] = [];
  try {
    for (const agencies of [...options.sizes].sort((a, b) => a - b)) {
      await cluster.load({ agencies, years: options.years, findings: false });
      all.push(await prepare(agencies, await cluster.copy(`bench_${agencies}`), { options, issuer, node }));
    }
    const sizes = all.map(({ size }) => size);
    const contenders = all.map(({ contender }) => contender);
    const grown: GrowthOf[] = [];
    for (const name of options.workloads) {
      const seconds = options.seconds * (workloads[name].growth === 'as the agencies' ? LONGER : 1);
      grown.push(growthOf(name, await measure({ ...options, seconds }, contenders, name), sizes));
    }
    const { connections, poolSize, rounds, seconds, warmup, years, durable } = options;
    return {
      circumstances: circumstancesOf(node, contenders[0]?.database.version ?? ''),
      settings: { connections, poolSize, rounds, seconds, warmup, years, durable },
      sizes,
      workloads: grown,
    };
  } finally {
    for (const { contender } of all) await stopServer(contender.server);
    for (const { contender } of all) await contender.database.close();
  }
}

type Circle = { readonly options: Options; readonly issuer: Issuer; readonly node: string };

async function prepare(agencies: number, database: BenchDatabase, { options, issuer, node }: Circle): Promise<Sized> {
  const stage = await setStage(database.superuser, issuer, options.connections, AGENCIES_ASKED);
  const serving = { node, appUrl: database.appUrl, issuer, poolSize: options.poolSize };
  const server = await startServer('ours', serving, 'alone');
  // The first act on a register makes its findings: that is loading, not asking.
  await assessOnce(server, stage, database.superuser);
  const title = `${agencies.toLocaleString('en')} agencies`;
  return { size: await sizeOf(agencies, database), contender: { title, server, database, stage } };
}

async function sizeOf(agencies: number, { superuser }: BenchDatabase): Promise<Size> {
  const { rows } = await superuser.query<{ rows: number; megabytes: number }>(
    `SELECT sum(reltuples)::float8 AS rows, round(pg_database_size(current_database()) / 1048576.0)::float8 AS megabytes
     FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples > 0`,
  );
  const size = { agencies, rows: rows[0]?.rows ?? 0, megabytes: rows[0]?.megabytes ?? 0 };
  say(
    `หน่วยงาน ${agencies} แห่ง: ${size.rows} แถว ${size.megabytes} MB`,
    `${agencies} agencies: ${size.rows} rows, ${size.megabytes} MB`,
  );
  return size;
}

function growthOf(name: WorkloadName, measured: readonly Measured[], sizes: readonly Size[]): GrowthOf {
  const results = measured.map((each) => serverResult(each, 0));
  const smallest = measured[0]?.rounds ?? [];
  const slowdowns = measured.map(({ rounds }) =>
    spreadOf(
      rounds.map(({ requestsPerSecond }, at) => (smallest[at]?.requestsPerSecond ?? Number.NaN) / requestsPerSecond),
    ),
  );
  const cpuSlowdowns = results.map(({ cpuMs }) => {
    const least = results[0]?.cpuMs;
    return cpuMs && least ? rounded((cpuMs.server + cpuMs.postgres) / (least.server + least.postgres)) : null;
  });
  const { growth } = workloads[name];
  const limits = sizes.map(({ agencies }) =>
    growth === 'as the agencies' ? rounded(agencies / (sizes[0]?.agencies ?? 1)) : growth,
  );
  const reached = slowdowns.every(({ median }, index) => index === 0 || median <= (limits[index] ?? 0));
  return { name, results, slowdowns, cpuSlowdowns, limits, reached };
}

const cell = ({ results, slowdowns, cpuSlowdowns }: GrowthOf, index: number): string => {
  const persecond = `${results[index]?.requestsPerSecond.median.toLocaleString('en')}/s`;
  const slowdown = slowdowns[index];
  if (index === 0 || !slowdown) return persecond;
  const times = `${slowdown.median.toFixed(2)}× as long (${slowdown.min.toFixed(2)}–${slowdown.max.toFixed(2)})`;
  const cpu = cpuSlowdowns[index];
  return `${persecond}, ${times}${cpu == null ? '' : `, ${cpu.toFixed(2)}× the CPU`}`;
};

/** Requests per second at each size, and how many times as long a request takes as at the smallest. */
export const growthTable = ({ sizes, workloads: grown }: GrowthResults): string =>
  table([
    ['', ...sizes.map(({ agencies }) => `${agencies.toLocaleString('en')} agencies`), 'meant to take', ''],
    ...grown.map((each) => [
      each.name,
      ...sizes.map((_, index) => cell(each, index)),
      `at most ${each.limits.at(-1)}× as long`,
      each.reached ? 'reached' : 'NOT reached',
    ]),
  ]);

/** The page that is written for people. */
export function growthPage(results: GrowthResults): string {
  const { settings, sizes, circumstances } = results;
  return `# Growth

Written by \`npm run bench -- --growth\` ([how it measures](../../test/bench/README.md)). ${place(circumstances)}
Our server alone; every agency has ${settings.years} ${settings.years === 1 ? 'year' : 'years'} of rows, and the requests are about ${AGENCIES_ASKED} of them at every size;
${settings.connections} connections; ${settings.rounds} rounds of ${settings.seconds} s (Q4, G1: ${settings.seconds * LONGER} s) after ${settings.warmup} s of warm-up.
Every size has a database and a server of its own in one PostgreSQL; they take turns, and what takes longer is told round by round.

![Requests per second by number of agencies](growth.svg)

${growthTable(results)}

${sizes.map(({ agencies, rows, megabytes }) => `- ${agencies.toLocaleString('en')} agencies: ${rows.toLocaleString('en')} rows, ${megabytes.toLocaleString('en')} MB`).join('\n')}

${results.workloads.map(({ name }) => `- **${name}** ${workloads[name].title}`).join('\n')}

What the centre counts grows with the agencies (Q4, whose answer has a line for each, and G1): it is meant to grow no faster than their number. The server is started without its
daily round of findings, which goes on beside requests.
`;
}
