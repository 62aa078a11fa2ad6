import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchDatabase } from './database.ts';
import type { Phrase } from './dialect.ts';
import { dialects } from './dialects/dialects.ts';
import { post } from './post.ts';
import type { Running } from './processes.ts';
import { nextAssessment, refreshVersions, type Stage } from './stage.ts';
import { type Reading, takesPart, type WorkloadName } from './workloads.ts';

const REQUESTS = 20;
const LOG_MS = 300;

/** How many statements of SQL a request costs, transaction control and settings included; counted in PostgreSQL's own log, outside all timing. */
export async function countStatements(
  database: BenchDatabase,
  servers: readonly Running[],
  workloads: readonly WorkloadName[],
  stage: Stage,
): Promise<ReadonlyMap<string, number>> {
  const { superuser, dataDir } = database;
  const counts = new Map<string, number>();
  const log = join(dataDir, 'postgres.log');
  const own = await superuser.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  await setLogging(database, true);
  try {
    for (const workload of workloads) {
      for (const server of servers.filter(({ name }) => takesPart(name, workload))) {
        if (workload === 'Q5') await refreshVersions(superuser, stage);
        const from = (await stat(log)).size;
        for (let index = 0; index < REQUESTS; index += 1) await askOnce(server, workload, stage, index);
        await sleep(LOG_MS);
        const lines = (await textFrom(log, from)).match(/^.* \[\d+\] LOG: {2}(statement|execute)/gm) ?? [];
        const foreign = lines.filter((line) => !line.includes(`[${own.rows[0]?.pid}]`));
        counts.set(`${workload} ${server.name}`, foreign.length / REQUESTS);
      }
    }
    return counts;
  } finally {
    await setLogging(database, false);
  }
}

async function setLogging({ superuser }: BenchDatabase, isOn: boolean): Promise<void> {
  await superuser.query(isOn ? "ALTER SYSTEM SET log_statement = 'all'" : 'ALTER SYSTEM RESET log_statement');
  await superuser.query('SELECT pg_reload_conf()');
  await sleep(LOG_MS);
}

async function askOnce(server: Running, workload: WorkloadName, stage: Stage, index: number): Promise<void> {
  if (workload === 'Q5') {
    const risk = stage.assessed[index % stage.assessed.length]?.[Math.floor(index / stage.assessed.length)];
    if (risk) await post(server, dialects[server.name].Q5.ask(nextAssessment(risk)), risk.token);
    return;
  }
  await askSample(server, workload, stage, index);
}

async function askSample<Name extends Reading>(server: Running, workload: Name, stage: Stage, index: number) {
  const samples = stage.samples[workload];
  const sample = samples[index % samples.length];
  const phrase: Phrase<Name> = dialects[server.name][workload];
  if (sample) await post(server, phrase.ask(sample.variables), sample.token);
}

async function textFrom(path: string, position: number): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(Math.max(0, size - position)),
      0,
      size - position,
      position,
    );
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
