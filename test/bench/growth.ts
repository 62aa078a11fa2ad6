import type { BenchDatabase, Cluster } from './database.ts';
import { assessOnce } from './first-acts.ts';
import type { Issuer } from './issuer.ts';
import { measure } from './measure.ts';
import type { Options } from './options.ts';
import { findNode, startServer, stopServer } from './processes.ts';
import { place, table } from './report.ts';
import { type Circumstances, circumstancesOf, rounded, type ServerResult, workloadResult } from './results.ts';
import { say } from './say.ts';
import { setStage } from './stage.ts';
import { type WorkloadName, workloads } from './workloads.ts';

/** Agencies that the requests are about, at every size: what grows is what else is in the database. */
const AGENCIES_ASKED = 77;

/** How much slower than at the smallest size a workload may be; what the centre counts grows with the agencies, and may not grow faster. */
const SLOWDOWN_MAX = 1.3;

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
  /** How many times as long as at the smallest size a request takes. */
  readonly slowdowns: readonly number[];
  readonly limits: readonly number[];
  readonly reached: boolean;
};

/** Measures our server alone while the number of agencies grows, each with as many rows as before. */
export async function measureGrowth(options: Options, cluster: Cluster, issuer: Issuer): Promise<GrowthResults> {
  const node = findNode();
  const sizes: Size[] = [];
  const measured = new Map(options.workloads.map((name): [WorkloadName, ServerResult[]] => [name, []]));
  let version = '';
  for (const agencies of [...options.sizes].sort((a, b) => a - b)) {
    await cluster.load({ agencies, years: options.years, findings: false });
    const database = await cluster.open('original');
    try {
      version = database.version;
      sizes.push({ agencies, ...(await sizeOf(database)) });
      for (const [name, result] of await measureSize({ options, database, issuer, node }))
        measured.get(name)?.push(result);
    } finally {
      await database.close();
    }
  }
  const { connections, poolSize, rounds, seconds, warmup, years, durable } = options;
  return {
    circumstances: circumstancesOf(node, version),
    settings: { connections, poolSize, rounds, seconds, warmup, years, durable },
    sizes,
    workloads: [...measured].map(([name, results]) => growthOf(name, results, sizes)),
  };
}

type Place = {
  readonly options: Options;
  readonly database: BenchDatabase;
  readonly issuer: Issuer;
  readonly node: string;
};

async function measureSize({ options, database, issuer, node }: Place): Promise<Map<WorkloadName, ServerResult>> {
  const stage = await setStage(database.superuser, issuer, options.connections, AGENCIES_ASKED);
  const serving = { node, appUrl: database.appUrl, issuer, poolSize: options.poolSize };
  const server = await startServer('ours', serving, 'alone');
  try {
    // The first act on a register makes its findings: that is loading, not asking.
    await assessOnce(server, stage, database.superuser);
    const results = new Map<WorkloadName, ServerResult>();
    for (const name of options.workloads) {
      const measured = await measure({ options, database, stage }, [server], name);
      const result = workloadResult(name, measured, new Map()).servers.ours;
      if (result) results.set(name, result);
    }
    return results;
  } finally {
    await stopServer(server);
  }
}

async function sizeOf({ superuser }: BenchDatabase): Promise<Omit<Size, 'agencies'>> {
  const { rows } = await superuser.query<{ rows: number; megabytes: number }>(
    `SELECT sum(n_live_tup)::float8 AS rows, pg_database_size(current_database()) / 1048576.0::float8 AS megabytes FROM pg_stat_user_tables`,
  );
  const size = { rows: rows[0]?.rows ?? 0, megabytes: Math.round(rows[0]?.megabytes ?? 0) };
  say(`ฐานข้อมูล ${size.rows} แถว ${size.megabytes} MB`, `The database holds ${size.rows} rows, ${size.megabytes} MB`);
  return size;
}

function growthOf(name: WorkloadName, results: readonly ServerResult[], sizes: readonly Size[]): GrowthOf {
  const first = results[0]?.requestsPerSecond.median ?? Number.NaN;
  const slowdowns = results.map(({ requestsPerSecond }) => rounded(first / requestsPerSecond.median));
  const limits = sizes.map(({ agencies }) =>
    name === 'Q4' ? rounded(agencies / (sizes[0]?.agencies ?? 1)) : SLOWDOWN_MAX,
  );
  const reached = slowdowns.every((slowdown, index) => index === 0 || slowdown <= (limits[index] ?? 0));
  return { name, results, slowdowns, limits, reached };
}

/** Requests per second at each size, and how many times as long a request takes as at the smallest. */
export const growthTable = ({ sizes, workloads: grown }: GrowthResults): string =>
  table([
    ['', ...sizes.map(({ agencies }) => `${agencies.toLocaleString('en')} agencies`), 'meant to take', ''],
    ...grown.map(({ name, results, slowdowns, limits, reached }) => [
      name,
      ...results.map(
        ({ requestsPerSecond }, index) =>
          `${requestsPerSecond.median.toLocaleString('en')}/s${index > 0 ? `, ${slowdowns[index]?.toFixed(2)}× as long` : ''}`,
      ),
      `at most ${limits.at(-1)}× as long`,
      reached ? 'reached' : 'NOT reached',
    ]),
  ]);

/** The page that is written for people. */
export function growthPage(results: GrowthResults): string {
  const { settings, sizes, circumstances } = results;
  return `# Growth

Written by \`npm run bench -- --growth\` ([how it measures](../../test/bench/README.md)). ${place(circumstances)}
Our server alone; every agency has ${settings.years} ${settings.years === 1 ? 'year' : 'years'} of rows, and the requests are about ${AGENCIES_ASKED} of them at every size;
${settings.connections} connections; ${settings.rounds} rounds of ${settings.seconds} s after ${settings.warmup} s of warm-up; the sizes one after another.

![Requests per second by number of agencies](growth.svg)

${growthTable(results)}

${sizes.map(({ agencies, rows, megabytes }) => `- ${agencies.toLocaleString('en')} agencies: ${rows.toLocaleString('en')} rows, ${megabytes.toLocaleString('en')} MB`).join('\n')}

${results.workloads.map(({ name }) => `- **${name}** ${workloads[name].title}`).join('\n')}

The answer of Q4 itself has a line for every agency: it is meant to grow no faster than their number. The server is started without its
daily round of findings, which goes on beside requests.
`;
}
