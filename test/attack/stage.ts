import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../bench/say.ts';
import { isApart } from './cores.ts';
import type { Figure } from './figures.ts';
import type { Answers, Asked, Flood, Held, Hold, Pace } from './jobs.ts';
import { type Crew, sendCrew } from './send-crew.ts';
import { root, type Server, startServer } from './server.ts';

/** `short` belongs to `npm test`, `full` to `npm run attack`, `long` to those who have an hour. */
export type Form = 'short' | 'full' | 'long';

/** Where attacks happen: a data directory of their own, servers on it, and who attacks. */
export type Stage = {
  readonly form: Form;
  /** How often what differs from run to run is measured; as often as the form says unless it is given. */
  readonly rounds?: number;
  /** A server of the attack's own, so that what it leaves behind is found in its figures only. */
  serve<Result>(attack: (server: Server) => Promise<Result>, env?: Record<string, string>): Promise<Result>;
  flood(job: Omit<Flood, 'kind'>): Crew<Answers>;
  pace(job: Omit<Pace, 'kind'>): Crew<Answers>;
  hold(job: Omit<Hold, 'kind'>): Crew<Held>;
};

export type Attack = {
  readonly name: string;
  readonly titleTh: string;
  readonly titleEn: string;
  /** What it consists of, where its parts can be asked for alone. */
  readonly kinds?: readonly string[];
  run(stage: Stage, kinds?: readonly string[]): Promise<readonly Figure[]>;
};

/** What is measured beside other tests on two cores is rough: there, a limit is so many times as high, and still far below a server that was taken down. */
const ROUGHLY = 5;

export const limitOf = ({ form }: Pick<Stage, 'form'>, limit: number): number =>
  form === 'short' ? limit * ROUGHLY : limit;

/** The first start makes the database and loads the documents and the sample city; load agencies come on top. */
export async function prepareData(dataDir: string, agencies: number): Promise<void> {
  if (existsSync(join(dataDir, 'postgres'))) return;
  await (await startServer({ dataDir, isApart: false })).stop();
  if (agencies === 0) return;
  say(`สร้างหน่วยงานทดสอบ ${agencies} แห่ง`, `Making ${agencies} synthetic agencies`);
  const { status } = spawnSync(
    process.execPath,
    [`${root}packages/api/dist/seed-command.js`, '--load', String(agencies)],
    {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir },
      stdio: ['ignore', 'ignore', 'ignore'],
    },
  );
  if (status !== 0) throw new Error(`Loading synthetic agencies ended with ${status}.`);
  // The findings on them are made by the first start, which is not to be measured.
  await (await startServer({ dataDir, isApart: false })).stop();
}

export function openStage(dataDir: string, form: 'full' | 'long', rounds?: number): Stage {
  return {
    form,
    ...(rounds !== undefined && { rounds }),
    async serve(attack, env) {
      const server = await startServer({ dataDir, isApart, ...(env && { env }) });
      try {
        return await attack(server);
      } finally {
        await server.stop();
      }
    },
    flood: (job) => sendCrew({ kind: 'flood', ...job }, isApart),
    pace: (job) => sendCrew({ kind: 'pace', ...job }, isApart),
    hold: (job) => sendCrew({ kind: 'hold', ...job }, isApart),
  };
}

/** For tests: attacks come one after another upon one server, which starts again only when one has ended it; nobody has a core to himself. */
export function openShortStage(dataDir: string, env: Record<string, string>): Stage & { close(): Promise<void> } {
  let server: Server | undefined;
  return {
    form: 'short',
    async serve(attack) {
      if (!server || server.hasEnded()) server = await startServer({ dataDir, isApart: false, env });
      return attack(server);
    },
    flood: (job) => sendCrew({ kind: 'flood', ...job }, false),
    pace: (job) => sendCrew({ kind: 'pace', ...job }, false),
    hold: (job) => sendCrew({ kind: 'hold', ...job }, false),
    async close() {
      await server?.stop();
    },
  };
}

/** The header with which somebody asks: a persona of the demo sign-in. */
export async function signIn({ url }: Server, persona: string): Promise<{ authorization: string }> {
  const response = await fetch(`${url}/demo/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  const { token }: { token?: string } = JSON.parse(await response.text());
  if (!token) throw new Error(`Nobody could sign in as ${persona}: ${response.status}`);
  return { authorization: `Bearer ${token}` };
}

/** A GraphQL request by POST. */
export const asked = (
  query: string,
  headers: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, unknown>> = {},
): Asked => ({ headers: { 'accept-language': 'en', ...headers }, body: JSON.stringify({ query, ...more }) });
