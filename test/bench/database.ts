import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@registry/api/database/open-database.ts';
import { refreshFindings } from '@registry/api/findings/refresh-findings.ts';
import { generateLoad } from '@registry/seed/load.ts';
import { seedDatabase } from '@registry/seed/seed-database.ts';
import pg from 'pg';
import { say } from './say.ts';

/** A database to measure with. */
export type BenchDatabase = {
  readonly dataDir: string;
  /** The login that row-level security binds. */
  readonly appUrl: string;
  /** Outside every wall: for setting the stage and looking behind it. */
  readonly superuser: pg.Client;
  readonly version: string;
  /** Brings all findings up to date. */
  refreshFindings(): Promise<void>;
  close(): Promise<void>;
};

/** The registry's own embedded PostgreSQL with its whole schema and the documents. */
export type Cluster = {
  /** Adds synthetic agencies until there are so many, with the findings on them if wanted. */
  load(wanted: { agencies: number; years: number; findings: boolean }): Promise<void>;
  /** A copy of what is loaded so far, under a name of its own: what is loaded, and may be kept, stays as it is. */
  copy(name: string): Promise<BenchDatabase>;
  stop(): Promise<void>;
};

const inDatabase = (url: string, name: string): string => {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
};

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'bench' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function run(url: string, ...statements: readonly string[]): Promise<void> {
  const client = await connect(url);
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

const onProgress = (message: string): void => void process.stderr.write(`${message}\n`);

/** Starts PostgreSQL on a throw-away directory, or on one that is kept; `durable: false` does not wait for the disk. */
export async function startCluster({
  durable,
  keep,
}: {
  durable: boolean;
  keep: string | undefined;
}): Promise<Cluster> {
  const dataDir = keep ?? (await mkdtemp(join(tmpdir(), 'registry-bench-')));
  const prismaDir = fileURLToPath(new URL('../../prisma', import.meta.url));
  const { appUrl, ownerUrl, superuserUrl, stop } = await openDatabase({ dataDir, prismaDir, durable, log: say });
  const remove = () => {
    if (!keep) rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', remove);
  const end = async () => {
    await stop();
    remove();
  };
  if (!ownerUrl || !superuserUrl) throw new Error('The bench needs the embedded database.');
  const original = new URL(appUrl).pathname.slice(1);
  try {
    await seedDatabase({ ownerUrl, withSamples: true, onProgress });
  } catch (error) {
    await end();
    throw error;
  }
  return {
    async load({ agencies, years, findings }) {
      const { rows } = await generateLoad({ ownerUrl, agencies, years, onProgress });
      if (rows === 0) return;
      if (findings) await refreshFindings({ databaseUrl: appUrl, onProgress });
      // Fresh statistics and a fresh visibility map: nobody measures what loading left behind.
      say('จัดระเบียบข้อมูล', 'Tidying the database (VACUUM ANALYZE)');
      await run(inDatabase(superuserUrl, original), 'VACUUM (ANALYZE)', 'CHECKPOINT');
    },
    async copy(name) {
      const drop = `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`;
      const copy = `CREATE DATABASE ${name} TEMPLATE ${original} OWNER registry_owner STRATEGY FILE_COPY`;
      // Written out at once, so that nobody's turn is the one in which the disk catches up.
      await run(superuserUrl, drop, copy, 'CHECKPOINT');
      const superuser = await connect(inDatabase(superuserUrl, name));
      const { rows } = await superuser.query<{ version: string }>(
        "SELECT current_setting('server_version') AS version",
      );
      return {
        dataDir,
        appUrl: inDatabase(appUrl, name),
        superuser,
        version: rows[0]?.version ?? '',
        refreshFindings: () => refreshFindings({ databaseUrl: inDatabase(appUrl, name), onProgress: () => undefined }),
        async close() {
          await superuser.end();
          await run(superuserUrl, drop);
        },
      };
    },
    stop: end,
  };
}
