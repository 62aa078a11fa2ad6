import type { FunctionFile } from '@registry/prisma/function-files.ts';
import type { Client } from 'pg';
import { StartupError } from '../../start/startup-error.ts';

/** What a database has to have for this version of the program. */
export type ProgramVersion = {
  readonly migrations: readonly string[];
  readonly functionFiles: readonly FunctionFile[];
};

const NAMES_SHOWN_MAX = 3;

/** The first names of a long list, and how many there are. */
const listed = (names: readonly string[]): string =>
  names.length > NAMES_SHOWN_MAX ? `${names.slice(0, NAMES_SHOWN_MAX).join(', ')} … ${names.length}` : names.join(', ');

const behind = (missing: readonly string[]): StartupError =>
  new StartupError(
    `ฐานข้อมูลยังไม่มีโครงสร้างของโปรแกรมรุ่นนี้ (ขาด ${listed(missing)}) โปรดตั้ง MIGRATION_DATABASE_URL เป็นผู้ใช้ที่เป็นเจ้าของฐานข้อมูล แล้วเริ่มใหม่`,
    `The database has not been migrated to this version (missing: ${listed(missing)}). Set MIGRATION_DATABASE_URL to the owner's login and start again.`,
  );

/** The migrations that the database has; null when the login may not read which. */
async function migrationsOf(client: Client): Promise<readonly string[] | null> {
  const answer = await client.query<{ found: boolean; readable: boolean }>(`
    SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS found,
      coalesce(has_table_privilege(to_regclass('public._prisma_migrations'), 'SELECT'), false) AS readable`);
  const { found, readable } = answer.rows[0] ?? { found: false, readable: false };
  if (!found) return [];
  if (!readable) return null;
  const done = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  return done.rows.map(({ name }) => name);
}

async function assertFunctions(client: Client, files: readonly FunctionFile[]): Promise<void> {
  const { rows } = await client.query<{ checksum: string }>('SELECT checksum FROM app.function_file');
  const applied = new Set(rows.map(({ checksum }) => checksum));
  const missing = files.filter(({ checksum }) => !applied.has(checksum)).map(({ name }) => name);
  if (missing.length > 0) throw behind(missing);
}

/** Refuses a database that was not brought to this version, or that a newer one has changed. */
export async function assertMigrated(client: Client, { migrations, functionFiles }: ProgramVersion): Promise<void> {
  const done = await migrationsOf(client);
  if (done === null) return;
  const missing = migrations.filter((name) => !done.includes(name));
  if (missing.length > 0) throw behind(missing);
  const unknown = done.filter((name) => !migrations.includes(name));
  if (unknown.length > 0) {
    throw new StartupError(
      `ฐานข้อมูลใหม่กว่าโปรแกรม (มี ${listed(unknown)}) โปรดใช้โปรแกรมรุ่นที่ใหม่กว่านี้`,
      `The database is newer than this program (it has ${listed(unknown)}). Start a newer version of the program.`,
    );
  }
  await assertFunctions(client, functionFiles);
}
