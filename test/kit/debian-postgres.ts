import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const BIN = '/usr/lib/postgresql/15/bin';
const PASSWORD = 'admin-of-the-test';

/** Whether Debian's package postgresql-15 is installed. */
export const hasDebianPostgres = existsSync(join(BIN, 'initdb'));

/** The addresses that may come in: all by password, and one login by TLS alone. */
const HOST_ACCESS = `hostssl all needs_tls 127.0.0.1/32 scram-sha-256
host all needs_tls 127.0.0.1/32 reject
host all all 127.0.0.1/32 scram-sha-256
`;

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** PostgreSQL refuses to run as root: then it runs as the account that the package made. */
function account(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

export type DebianPostgres = { readonly adminUrl: string; readonly port: number; stop(): Promise<void> };

/** A fresh cluster of Debian's PostgreSQL 15 with its administrator and nothing else in it. */
export async function startDebianPostgres(): Promise<DebianPostgres> {
  const work = mkdtempSync(join(tmpdir(), 'registry-debian-'));
  const as = account();
  const port = await freePort();
  const data = join(work, 'data');
  const passwordFile = join(work, 'password');
  writeFileSync(passwordFile, PASSWORD);
  if (as) for (const path of [work, passwordFile]) chownSync(path, as.uid, as.gid);
  const initdb = spawnSync(
    join(BIN, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync'],
    { cwd: work, encoding: 'utf8', ...as },
  );
  if (initdb.status !== 0) throw new Error(initdb.stderr);
  writeFileSync(join(data, 'pg_hba.conf'), HOST_ACCESS);
  const child: ChildProcess = spawn(
    join(BIN, 'postgres'),
    ['-D', data, '-p', String(port), '-k', work, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
    { cwd: work, stdio: 'ignore', ...as },
  );
  const ended = new Promise((resolve) => child.once('close', resolve));
  const adminUrl = `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`;
  while (!(await answers(adminUrl))) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL 15 ended with ${child.exitCode}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    adminUrl,
    port,
    async stop() {
      child.kill('SIGINT');
      await ended;
      rmSync(work, { recursive: true, force: true });
    },
  };
}
