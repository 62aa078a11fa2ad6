import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { applyFunctionFiles, DROP_HISTORY, FORGET_FUNCTION_FILES, readFunctionFiles } from './function-files.ts';
import {
  assertHistory,
  checksumOf,
  MigrationError,
  type MigrationFile,
  placeOf,
  type RecordedMigration,
  readMigrations,
} from './migration-history.ts';

type Progress = (messageTh: string, messageEn: string) => void;

/** The number Prisma's own migration command locks, so that the two never run at the same time. */
const PRISMA_LOCK = 72_707_369;
const LOCK_WAIT_SECONDS = 300;

/** Exactly the table that Prisma creates, so that `prisma migrate status` and `prisma migrate deploy` agree with this runner. */
const HISTORY_TABLE = `CREATE TABLE public."_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`;

async function takeLock(client: Client, onProgress: Progress): Promise<void> {
  for (let waited = 0; waited < LOCK_WAIT_SECONDS * 4; waited += 1) {
    const answer = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [PRISMA_LOCK]);
    if (answer.rows[0]?.taken) return;
    if (waited % 20 === 0) {
      onProgress(
        'รอเซิร์ฟเวอร์อีกเครื่องหนึ่งปรับโครงสร้างฐานข้อมูลให้เสร็จ',
        'Waiting until another server has finished migrating the database',
      );
    }
    await sleep(250);
  }
  throw new MigrationError(
    `มีโปรแกรมอื่นปรับโครงสร้างฐานข้อมูลอยู่นานเกิน ${LOCK_WAIT_SECONDS} วินาที โปรดหยุดโปรแกรมนั้นแล้วเริ่มใหม่`,
    `Another program has been migrating the database for over ${LOCK_WAIT_SECONDS} seconds. Stop it and start again.`,
  );
}

async function readHistory(client: Client): Promise<RecordedMigration[]> {
  const table = await client.query<{ found: boolean }>(
    `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS found`,
  );
  if (!table.rows[0]?.found) await client.query(HISTORY_TABLE);
  const history = await client.query<RecordedMigration>(`
    SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
    FROM public."_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`);
  return history.rows;
}

type Attempt = { readonly id: string; readonly transaction: string; readonly file: MigrationFile };

const INSERT = 'INSERT INTO public."_prisma_migrations" (id, checksum, migration_name';

/**
 * Undoes a failed migration and sets Prisma's own mark for "rolled back", which lets the corrected script run at the next
 * start. A script with a COMMIT of its own leaves a part behind: then the mark is not set, and the next start refuses.
 */
async function recordFailure(client: Client, { id, transaction, file }: Attempt, reason: string): Promise<void> {
  await client.query('ROLLBACK');
  await client.query(
    `${INSERT}, logs, rolled_back_at)
     VALUES ($1, $2, $3, $4, CASE WHEN pg_xact_status($5::text::xid8) = 'aborted' THEN now() END)
     ON CONFLICT (id) DO UPDATE SET logs = excluded.logs`,
    [id, checksumOf(file.script), file.name, reason, transaction],
  );
}

/** Runs one migration and records it in the same transaction: a program that dies half-way leaves neither. */
async function apply(client: Client, file: MigrationFile): Promise<void> {
  const id = randomUUID();
  await client.query('BEGIN');
  const begun = await client.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id');
  try {
    await client.query(`${INSERT}) VALUES ($1, $2, $3)`, [id, checksumOf(file.script), file.name]);
    await client.query(DROP_HISTORY);
    await client.query(file.script);
    await client.query(FORGET_FUNCTION_FILES);
    const finish = 'UPDATE public."_prisma_migrations" SET finished_at = now(), applied_steps_count = 1 WHERE id = $1';
    const finished = await client.query(finish, [id]);
    if (finished.rowCount !== 1) throw new Error('the script undid its own transaction (remove its ROLLBACK)');
    await client.query('COMMIT');
  } catch (cause) {
    const reason = `${cause instanceof Error ? cause.message : String(cause)}${placeOf(cause, file.script)}`;
    // A connection that is gone cannot record anything, and the server has undone the migration by itself.
    await recordFailure(client, { id, transaction: begun.rows[0]?.id ?? '', file }, reason).catch(() => undefined);
    throw new MigrationError(
      `การปรับโครงสร้างฐานข้อมูล ${file.name} ไม่สำเร็จ: ${reason}`,
      `Migration ${file.name} failed: ${reason}`,
      { cause },
    );
  }
}

/** Brings the database up to the migrations and then the functions of the folder; safe when several servers start at once. */
export async function migrate(options: {
  readonly ownerUrl: string;
  /** The folder that has `migrations` and `functions`. */
  readonly prismaDir: string;
  readonly onProgress: Progress;
}): Promise<{ applied: string[]; functionFiles: string[] }> {
  const { prismaDir, onProgress } = options;
  const files = await readMigrations(join(prismaDir, 'migrations'));
  const functionFiles = await readFunctionFiles(join(prismaDir, 'functions'));
  const client = new Client({ connectionString: options.ownerUrl, application_name: 'registry migrate' });
  // Losing the connection rejects the query in flight; without a listener the same event would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query("SET statement_timeout = 0; SET lock_timeout = '60s'; SET search_path = public");
    await takeLock(client, onProgress);
    const history = await readHistory(client);
    assertHistory(history, files);
    const done = new Set(history.map((recorded) => recorded.name));
    const waiting = files.filter((file) => !done.has(file.name));
    for (const [index, file] of waiting.entries()) {
      const step = `${index + 1}/${waiting.length}`;
      onProgress(`ปรับโครงสร้างฐานข้อมูล ${step} ${file.name}`, `Migrating the database ${step} ${file.name}`);
      await apply(client, file);
    }
    return {
      applied: waiting.map((file) => file.name),
      functionFiles: await applyFunctionFiles(client, functionFiles, onProgress),
    };
  } finally {
    await client.end();
  }
}
