import { join } from 'node:path';
import type { BenchDatabase } from './database.ts';
import { type ConnectionPlan, drive, quantile } from './load.ts';
import type { Options } from './options.ts';
import { plansFor } from './plans.ts';
import { post } from './post.ts';
import type { Running } from './processes.ts';
import { cpuOf, cpuOfPostgres, hasProc, postmasterOf, residentMb } from './resources.ts';
import { say } from './say.ts';
import { type ServerName, serverTitles } from './server-names.ts';
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

type Place = { readonly options: Options; readonly database: BenchDatabase; readonly stage: Stage };

/** Warms every server up with a workload, then lets them take turns. */
export async function measure(
  place: Place,
  servers: readonly Running[],
  workload: WorkloadName,
): Promise<Map<ServerName, Measured>> {
  const { options, stage } = place;
  const plans = new Map(servers.map(({ name }) => [name, plansFor(name, workload, stage)]));
  const run = (server: Running, seconds: number) =>
    round(place, server, workload, plans.get(server.name) ?? [], seconds);
  for (const server of servers) {
    if (options.warmup > 0) await run(server, options.warmup);
    if (server.name === 'ours' && options.profile)
      await profiled(server, join(options.profile, `${workload}.cpuprofile`), () => run(server, options.seconds));
  }
  const rounds = new Map(servers.map(({ name }): [string, Round[]] => [name, []]));
  for (let number = 1; number <= options.rounds; number += 1) {
    for (const server of servers) {
      // What the acts of the peers left to be found is none of our server's work.
      if (workload === 'Q5' && server.name === 'ours' && servers.length > 1) await place.database.refreshFindings();
      const result = await run(server, options.seconds * workloads[workload].times);
      rounds.get(server.name)?.push(result);
      say(
        `${workload} รอบ ${number}/${options.rounds} ${serverTitles[server.name]}: ${result.requestsPerSecond.toFixed(0)} คำขอ/วินาที`,
        `${workload} round ${number}/${options.rounds} ${serverTitles[server.name]}: ${result.requestsPerSecond.toFixed(0)} requests/s, p99 ${result.p99.toFixed(1)} ms`,
      );
    }
  }
  return new Map(
    servers.map(({ name, pid }) => [name, { rounds: rounds.get(name) ?? [], residentMb: residentMb(pid) }]),
  );
}

async function round(
  { database, stage }: Place,
  server: Running,
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
