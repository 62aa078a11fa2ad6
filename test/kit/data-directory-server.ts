// A process of its own that serves a data directory: prints `found <rows>` and `ready`, writes `rows` rows and prints `acknowledged <n>` for each, ends on SIGTERM.
import { startEmbeddedPostgres } from '@registry/api/database/embedded/embedded-postgres.ts';
import { noKernelLock } from '@registry/api/database/lock/kernel-lock.ts';
import { StartupError } from '@registry/api/start/startup-error.ts';
import { Client } from 'pg';

/** `host` plays a host of another kernel, on a file system whose locks do not reach it. */
export type DataDirectoryServer = {
  readonly dataDir: string;
  readonly rows?: number;
  readonly host?: { readonly machine: string; readonly staleMs: number; readonly beatMs: number };
};

const print = (line: string) => process.stdout.write(`${line}\n`);

function fail(error: unknown): never {
  print(error instanceof StartupError ? `refused: ${error.message}` : `failed: ${String(error)}`);
  process.exit(1);
}

async function write(client: Client, rows: number): Promise<void> {
  for (let row = 1; row <= rows; row += 1) {
    await client.query('INSERT INTO written DEFAULT VALUES');
    print(`acknowledged ${row}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function main({ dataDir, rows = 0, host }: DataDirectoryServer): Promise<void> {
  const server = await startEmbeddedPostgres({
    dataDir,
    log: () => undefined,
    onLost: fail,
    surroundings: host ? { ...host, tryLock: noKernelLock } : {},
  });
  process.once('SIGTERM', () => server.stop().then(() => process.exit(0), fail));
  const client = new Client({ connectionString: server.ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS written (id int GENERATED ALWAYS AS IDENTITY)');
  const { rows: found } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM written');
  print(`found ${found[0]?.count}`);
  print('ready');
  // A write may fail before the server notices that its PostgreSQL was taken over; `onLost` then ends it, and says why.
  await write(client, rows).catch((error) => print(`failed: ${String(error)}`));
  setInterval(() => undefined, 60_000);
}

main(JSON.parse(process.argv[2] ?? '{}')).catch(fail);
