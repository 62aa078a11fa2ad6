import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Client } from 'pg';
import { checksumOf, MigrationError, placeOf } from './migration-history.ts';

/** A file of prisma/functions: the current body of the SQL functions and views of one subject. */
export type FunctionFile = { readonly name: string; readonly script: string; readonly checksum: string };

type Progress = (messageTh: string, messageEn: string) => void;

/** The files in the order in which they are applied: by folder, whose numbers say which stands on which, then by name. */
export async function readFunctionFiles(functionsDir: string): Promise<FunctionFile[]> {
  const entries = await readdir(functionsDir, { recursive: true });
  const names = entries.filter((name) => name.endsWith('.sql')).map((name) => name.replaceAll(sep, '/'));
  return Promise.all(
    names.sort().map(async (name) => {
      // A checkout on Windows may change line ends, which change nothing in the database.
      const script = (await readFile(join(functionsDir, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, script, checksum: checksumOf(script) };
    }),
  );
}

/** Run before each migration: the views of past rows hold on to every column of the tables that they show. They come back with the files. */
export const DROP_HISTORY = 'DROP SCHEMA IF EXISTS history, past CASCADE';

/** Run with each migration, which may replace any function: all files are applied again after it. */
export const FORGET_FUNCTION_FILES = `DO $$ BEGIN
  IF to_regclass('app.function_file') IS NOT NULL THEN DELETE FROM app.function_file; END IF;
END $$`;

/** The files that the database does not have as they are. */
async function changedFiles(client: Client, files: readonly FunctionFile[]): Promise<FunctionFile[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM app.function_file',
  );
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  return files.filter(({ name, checksum }) => applied.get(name) !== checksum);
}

/** The views of past rows are made of what the other files say, so they are made again with every change. */
const isMadeOfOthers = ({ name }: FunctionFile): boolean => name.startsWith('5-history/');

async function apply(client: Client, { name, script, checksum }: FunctionFile): Promise<void> {
  try {
    await client.query(script);
  } catch (cause) {
    const reason = `${cause instanceof Error ? cause.message : String(cause)}${placeOf(cause, script)}`;
    throw new MigrationError(
      `ใช้ไฟล์ prisma/functions/${name} ไม่สำเร็จ: ${reason}`,
      `prisma/functions/${name} failed: ${reason}`,
      { cause },
    );
  }
  await client.query(
    `INSERT INTO app.function_file (name, checksum) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET checksum = excluded.checksum, applied_at = now()`,
    [name, checksum],
  );
}

/** Brings the functions to what the files say, all of them or none: they stand on each other. Called with the lock of migrations held. */
export async function applyFunctionFiles(
  client: Client,
  files: readonly FunctionFile[],
  onProgress: Progress,
): Promise<string[]> {
  const changed = await changedFiles(client, files);
  if (changed.length === 0) return [];
  onProgress(
    `ปรับฟังก์ชันของฐานข้อมูล ${changed.length} ไฟล์`,
    `Bringing the functions of the database up to date: ${changed.length} files`,
  );
  await client.query('BEGIN');
  try {
    for (const file of files) if (changed.includes(file) || isMadeOfOthers(file)) await apply(client, file);
    await client.query('DELETE FROM app.function_file WHERE name <> ALL ($1)', [files.map(({ name }) => name)]);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw cause;
  }
  return changed.map(({ name }) => name);
}
