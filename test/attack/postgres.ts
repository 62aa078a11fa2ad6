import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Server } from './server.ts';

/** A connection outside every wall, to look at what PostgreSQL is doing and to stand in its way. */
export async function asSuperuser<Result>(
  { superuserUrl }: Server,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: superuserUrl, application_name: 'attack' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export type Activity = { readonly pid: number; readonly since: string; readonly query: string };

/** What runs for the registry's requests at this moment. */
export async function activityOf(client: pg.Client): Promise<Activity[]> {
  const { rows } = await client.query<Activity>(
    `SELECT pid, query_start::text AS since, query FROM pg_stat_activity
     WHERE usename = 'registry_app' AND state = 'active' AND pid <> pg_backend_pid()`,
  );
  return rows;
}

/** After how many seconds nothing runs any more; the seconds waited when something still does. */
export async function secondsUntilIdle(client: pg.Client, secondsMax: number): Promise<number> {
  const since = performance.now();
  const passed = () => (performance.now() - since) / 1000;
  while (passed() < secondsMax) {
    if ((await activityOf(client)).length === 0) return passed();
    await sleep(100);
  }
  return passed();
}
