import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseError } from 'pg';

/** Tells a person what went wrong and what to do next; `cause` is for the log. */
export class MigrationError extends Error {
  readonly messageTh: string;
  readonly messageEn: string;

  constructor(messageTh: string, messageEn: string, options?: ErrorOptions) {
    super(messageEn, options);
    this.name = 'MigrationError';
    this.messageTh = messageTh;
    this.messageEn = messageEn;
  }
}

export type MigrationFile = { readonly name: string; readonly script: string };
export type RecordedMigration = { readonly name: string; readonly checksum: string; readonly finished: boolean };

export const checksumOf = (script: string): string => createHash('sha256').update(script).digest('hex');

/** The line of the script to which PostgreSQL points, when it does. */
export function placeOf(cause: unknown, script: string): string {
  if (!(cause instanceof DatabaseError) || !cause.position) return '';
  return ` (line ${script.slice(0, Number(cause.position)).split('\n').length})`;
}

/** A checkout on Windows may change the line ends of a migration. */
function matches(script: string, checksum: string): boolean {
  const unix = script.replaceAll('\r\n', '\n');
  return [script, unix, unix.replaceAll('\n', '\r\n')].some((form) => checksumOf(form) === checksum);
}

/** The migrations of the folder in the order in which they are applied: by name, which begins with a time. */
export async function readMigrations(migrationsDir: string): Promise<MigrationFile[]> {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      script: await readFile(join(migrationsDir, name, 'migration.sql'), 'utf8'),
    })),
  );
}

/** Refuses a history that the folder does not explain: applying more on top of it could lose data. */
export function assertHistory(history: readonly RecordedMigration[], files: readonly MigrationFile[]): void {
  for (const { name, checksum, finished } of history) {
    const file = files.find((candidate) => candidate.name === name);
    if (!finished) {
      const statement = `UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = '${name}'`;
      throw new MigrationError(
        `การปรับโครงสร้าง ${name} เคยล้มเหลวกลางทาง โปรดลบส่วนที่ค้างออกจากฐานข้อมูล แล้วสั่ง: ${statement}`,
        `Migration ${name} failed half-way before. Remove what it left in the database, then run: ${statement}`,
      );
    }
    if (!file) {
      throw new MigrationError(
        `ฐานข้อมูลใหม่กว่าโปรแกรม (มี ${name}) โปรดใช้โปรแกรมรุ่นที่ใหม่กว่านี้`,
        `The database is newer than this program (it has migration ${name}). Start a newer version of the program.`,
      );
    }
    if (!matches(file.script, checksum)) {
      throw new MigrationError(
        `ไฟล์ ${name}/migration.sql ถูกแก้ไขหลังจากใช้ไปแล้ว โปรดนำไฟล์เดิมกลับมา และเขียนการเปลี่ยนแปลงเป็นไฟล์ใหม่`,
        `${name}/migration.sql was edited after it had been applied. Restore the file and put the change into a new migration.`,
      );
    }
  }
}
