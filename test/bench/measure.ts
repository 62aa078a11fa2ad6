import { join } from 'node:path';
import type { BenchDatabase } from './database.ts';
import { type ConnectionPlan, drive, quantile } from './load.ts';
import type { Options } from './options.ts';
import { plansFor } from './plans.ts';
import { post } from './post.ts';
import type { Running } from './processes.ts';
import { cpuOf, cpuOfPostgres, hasProc, postmasterOf, residentMb } from './resources.ts';
import { say } from './say.ts';
import { refreshVersions, type Stage } from './stage.ts';
import { type WorkloadName, workloads } from './workloads.ts';

/** One server under one workload for some seconds. CPU is in ms per request; null where the system does not tell. */
export type Round = {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpu: { readonly server: number; readonly postgres: number; readonly load: number } | null;
};

export type Measured = { readonly rounds: readonly Round[]; readonly residentMb: number };

/** A server in its place: what it is asked, and over which database. */
export type Contender = {
  readonly title: string;
  readonly server: Running;
  readonly database: BenchDatabase;
  readonly stage: Stage;
};

/** Warms every contender up with a workload, then lets them take turns; answers in their order. */
export async function measure(
  options: Options,
  contenders: readonly Contender[],
  workload: WorkloadName,
): Promise<Measured[]> {
  const runners = contenders.map((contender) => {
    const plans = plansFor(contender.server.name, workload, contender.stage);
    const run = (seconds: number) => round(contender, workload, plans, seconds);
    return { contender, run, rounds: [] as Round[] };
  });
  for (const { contender, run } of runners) {
    if (options.warmup > 0) await run(options.warmup);
    if (contender.server.name === 'ours' && options.profile)
      await profiled(contender.server, join(options.profile, `${workload}.cpuprofile`), () => run(options.seconds));
  }
  for (let number = 1; number <= options.rounds; number += 1) {
    for (const { contender, run, rounds } of runners) {
      if (workload === 'Q5') await tidyUpAfterPeers(contender, contenders);
      const result = await run(options.seconds * workloads[workload].times);
      rounds.push(result);
      say(
        `${workload} รอบ ${number}/${options.rounds} ${contender.title}: ${result.requestsPerSecond.toFixed(0)} คำขอ/วินาที`,
        `${workload} round ${number}/${options.rounds} ${contender.title}: ${result.requestsPerSecond.toFixed(0)} requests/s, p99 ${result.p99.toFixed(1)} ms`,
      );
    }
  }
  return runners.map(({ contender, rounds }) => ({ rounds, residentMb: residentMb(contender.server.pid) }));
}

/** What the acts of the peers left to be found in the same database is none of our server's work. */
async function tidyUpAfterPeers({ server, database }: Contender, contenders: readonly Contender[]): Promise<void> {
  const hasPeers = contenders.some((other) => other.database === database && other.server !== server);
  if (server.name === 'ours' && hasPeers) await database.refreshFindings();
}

async function round(
  { server, database, stage }: Contender,
  workload: WorkloadName,
  plans: readonly ConnectionPlan[],
  seconds: number,
): Promise<Round> {
  if (workload === 'Q5') await refreshVersions(database.superuser, stage);
  const postmaster = postmasterOf(database.dataDir);
  const used = () =>
    hasProc() ? { server: cpuOf(server.pid), postgres: cpuOfPostgres(postmaster), load: cpuOf(process.pid) } : null;
  const before = used();
  const { requests, answered, latencies } = await drive(server.url, plans, seconds);
  const leftSeconds = workload === 'Q5' && server.name === 'ours' ? await finishFindings(server, stage) : 0;
  const after = used();
  return {
    requestsPerSecond: requests / (seconds + leftSeconds),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    cpu:
      before && after
        ? {
            server: (after.server - before.server) / answered,
            postgres: (after.postgres - before.postgres) / answered,
            load: (after.load - before.load) / answered,
          }
        : null,
  };
}

/**
 * Our acts leave the findings of their records to be refreshed a moment later, at the latest when somebody asks for them. Asked for here, so
 * that this work is counted with the round that caused it, and not done in the turn of another server. Answers how long it took.
 */
async function finishFindings(server: Running, { samples }: Stage): Promise<number> {
  const since = performance.now();
  const token = samples.Q4[0]?.token;
  if (token) await post(server, { path: '/graphql', body: { query: '{ findings(first: 1) { totalCount } }' } }, token);
  return (performance.now() - since) / 1000;
}

async function profiled(server: Running, file: string, work: () => Promise<unknown>): Promise<void> {
  const order = (message: object) =>
    new Promise((resolve) => {
      server.child.once('message', resolve);
      server.child.send(message);
    });
  await order({ profile: 'start' });
  await work();
  await order({ profile: 'stop', file });
  say(`บันทึก ${file}`, `Wrote ${file}: open it in a browser's developer tools, or at https://www.speedscope.app`);
}
