import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { compareAnswers } from './answers.ts';
import { chart } from './chart.ts';
import type { Cluster, startCluster } from './database.ts';
import { type GrowthResults, growthPage, growthTable, measureGrowth } from './growth.ts';
import { growthChart } from './growth-chart.ts';
import { type Issuer, startIssuer } from './issuer.ts';
import { type Contender, type Measured, measure } from './measure.ts';
import { type Options, readOptions } from './options.ts';
import { peerFunctions } from './peers.sql.ts';
import { findNode, type Running, startServer, stopServer } from './processes.ts';
import { details, page, place, summary } from './report.ts';
import { circumstancesOf, loadBefore, type Results, type WorkloadResult, workloadResult } from './results.ts';
import { say } from './say.ts';
import { type ServerName, serverTitles } from './server-names.ts';
import { setStage } from './stage.ts';
import { countStatements } from './statements.ts';
import { takesPart } from './workloads.ts';
import { writeDocs } from './write-docs.ts';

/** Years of records of each agency that servers are compared over. */
const LOAD_YEARS = 5;

/** The load of a machine from which others take part in what is measured. */
const BUSY = 0.7;

/** Compares the servers over a copy of the loaded database. */
async function compare(options: Options, cluster: Cluster, issuer: Issuer): Promise<void> {
  await cluster.load({ agencies: options.agencies, years: LOAD_YEARS, findings: true });
  const database = await cluster.copy('bench');
  const servers: Running[] = [];
  try {
    const node = findNode();
    await database.superuser.query(peerFunctions);
    const stage = await setStage(database.superuser, issuer, options.connections, options.agencies);
    for (const name of options.servers) {
      say(`เริ่ม ${serverTitles[name]}`, `Starting ${serverTitles[name]}`);
      servers.push(await startServer(name, { node, appUrl: database.appUrl, issuer, poolSize: options.poolSize }));
    }
    await compareAnswers(servers, options.workloads, stage, database.superuser);
    const statements = await countStatements(database, servers, options.workloads, stage);
    const contenders = servers.map((server) => ({ title: serverTitles[server.name], server, database, stage }));
    const measured: WorkloadResult[] = [];
    for (const workload of options.workloads) {
      const asked = contenders.filter(({ server }) => takesPart(server.name, workload));
      const results = await measure(options, asked, workload);
      measured.push(workloadResult(workload, byName(asked, results), statements));
      process.stderr.write(`${summary({ workloads: measured.slice(-1) })}\n`);
    }
    const { agencies, connections, poolSize, rounds, seconds, warmup, durable } = options;
    await publish(options, {
      circumstances: circumstancesOf(node, database.version),
      settings: { agencies, connections, poolSize, rounds, seconds, warmup, durable },
      workloads: measured,
    });
  } finally {
    for (const server of servers) await stopServer(server);
    await database.close();
  }
}

const byName = (asked: readonly Contender[], results: readonly Measured[]): ReadonlyMap<ServerName, Measured> =>
  new Map(results.flatMap((result, index) => (asked[index] ? [[asked[index].server.name, result]] : [])));

async function publishGrowth({ write }: Options, results: GrowthResults): Promise<void> {
  process.stdout.write(`\n${place(results.circumstances)}\n\n${growthTable(results)}\n`);
  if (!write) return;
  await writeDocs({
    'growth.json': `${JSON.stringify(results, null, 2)}\n`,
    'growth.md': growthPage(results),
    'growth.svg': growthChart(results),
  });
}

async function publish({ write }: Options, results: Results): Promise<void> {
  process.stdout.write(`\n${place(results.circumstances)}\n\n${details(results)}\n\n${summary(results)}\n`);
  if (!write) return;
  await writeDocs({
    'results.json': `${JSON.stringify(results, null, 2)}\n`,
    'results.md': page(results),
    'chart.svg': chart(results),
  });
}

async function run(options: Options, openCluster: typeof startCluster): Promise<void> {
  if (loadBefore > BUSY) {
    say(
      `เครื่องกำลังทำงานอื่นอยู่ (load ${loadBefore}) ตัวเลขที่ได้จะหยาบ`,
      `The machine is busy with other things (load ${loadBefore}): the figures will be rough.`,
    );
  }
  if (options.profile) await mkdir(options.profile, { recursive: true });
  const keep = options.keep === undefined ? undefined : resolve(options.keep);
  const issuer = await startIssuer();
  const cluster = await openCluster({ durable: options.durable, keep });
  try {
    if (options.growth) await publishGrowth(options, await measureGrowth(options, cluster, issuer));
    else await compare(options, cluster, issuer);
  } finally {
    await cluster.stop();
    await issuer.stop();
  }
}

/** What somebody has to put right says so in both languages, wherever it comes from. */
const messageThOf = (error: Error): string | undefined =>
  'messageTh' in error && typeof error.messageTh === 'string' ? error.messageTh : undefined;

/** Runs the bench as the command line asks; answers the exit code. */
export async function bench(args: readonly string[], openCluster: typeof startCluster): Promise<number> {
  // Leaving by `exit` ends the servers and the database as well.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  try {
    const options = readOptions(args);
    if (options) await run(options, openCluster);
    return 0;
  } catch (error) {
    const messageTh = error instanceof Error ? messageThOf(error) : undefined;
    if (error instanceof Error && messageTh !== undefined) say(messageTh, error.message);
    else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return 1;
  }
}
