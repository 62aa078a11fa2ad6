import { execFile } from 'node:child_process';
import { chown, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { reasonOf, StartupError } from '../../start/startup-error.ts';
import { isReachable, type PostgresAccount } from './postgres-account.ts';
import type { PostgresPrograms } from './postgres-programs.ts';
import { CLUSTER_ARGUMENTS, HOST_ACCESS } from './postgres-settings.ts';

const run = promisify(execFile);

export const SUPERUSER = 'registry_superuser';

export const clusterExists = (clusterDir: string): Promise<boolean> =>
  stat(join(clusterDir, 'PG_VERSION')).then(
    () => true,
    () => false,
  );

/**
 * The name by which the server process knows its directory. An unprivileged account cannot walk to a directory below a
 * closed one such as /root, but it can stay in the directory in which it was started, and Linux has a name for that.
 */
export async function serverDirectory(clusterDir: string, account: PostgresAccount | undefined): Promise<string> {
  if (!account || (await isReachable(clusterDir, account))) return clusterDir;
  if (process.platform === 'linux') return '/proc/self/cwd';
  throw new StartupError(
    `บัญชีที่ใช้รัน PostgreSQL เข้าไปใน ${clusterDir} ไม่ได้ โปรดตั้ง DATA_DIR เป็นโฟลเดอร์ที่ทุกบัญชีเข้าถึงได้ หรือเริ่มเซิร์ฟเวอร์ด้วยบัญชีผู้ใช้ทั่วไป`,
    `PostgreSQL's account cannot enter ${clusterDir}. Set DATA_DIR to a directory it can reach, or start the server as a normal user.`,
  );
}

/** The program's message; its command line would not help. */
function saidBy(cause: unknown): string {
  const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : '';
  const errors = said.split('\n').filter((line) => /error|fatal|could not/i.test(line));
  return errors.length > 0 ? errors.slice(0, 2).join('; ') : reasonOf(cause);
}

/** Makes the cluster under another name and renames it at the end, so that an interrupted start leaves no half cluster. */
export async function createCluster(options: {
  readonly clusterDir: string;
  readonly password: string;
  readonly programs: PostgresPrograms;
  readonly account: PostgresAccount | undefined;
  readonly durable: boolean;
}): Promise<void> {
  const { clusterDir, account } = options;
  const draft = `${clusterDir}.new`;
  const secrets = await mkdtemp(join(tmpdir(), 'city-plan-registry-'));
  const passwordFile = join(secrets, 'password');
  try {
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordFile, options.password, { mode: 0o600 });
    if (account) for (const path of [draft, passwordFile, secrets]) await chown(path, account.uid, account.gid);
    const directory = await serverDirectory(draft, account);
    const sync = options.durable ? [] : ['--no-sync'];
    await run(
      options.programs.initdb,
      ['-D', directory, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, ...CLUSTER_ARGUMENTS, ...sync],
      { cwd: draft, env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' }, ...account },
    );
    await writeFile(join(draft, 'pg_hba.conf'), HOST_ACCESS);
    await rename(draft, clusterDir);
  } catch (cause) {
    if (cause instanceof StartupError) throw cause;
    throw new StartupError(
      `สร้างฐานข้อมูลใน ${clusterDir} ไม่สำเร็จ: ${saidBy(cause)}`,
      `The database could not be created in ${clusterDir}: ${saidBy(cause)}`,
      { cause },
    );
  } finally {
    await rm(secrets, { recursive: true, force: true });
  }
}
