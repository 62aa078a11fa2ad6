import { join } from 'node:path';
import { readFunctionFiles } from '@registry/prisma/function-files.ts';
import { readMigrations } from '@registry/prisma/migration-history.ts';
import type { StartupError } from '../start/startup-error.ts';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.ts';
import { findRunningPostgres } from './embedded/running-postgres.ts';
import type { Log } from './log.ts';
import { assertOwner, runMigrations } from './provisioning/migrate-database.ts';
import { assertSafeLogin } from './provisioning/safe-login.ts';

export type OpenDatabase = {
  /** For requests: bound by row-level security. */
  readonly appUrl: string;
  /** For migrating, seeding and backups; absent when an outside database is used without MIGRATION_DATABASE_URL. */
  readonly ownerUrl: string | undefined;
  /** The embedded server's own login, for file backups. */
  readonly superuserUrl: string | undefined;
  readonly embedded: boolean;
  stop(): Promise<void>;
};

/** Makes a migrated database ready for requests: the embedded server, or one of the operator's own by its address. */
export async function openDatabase(options: {
  readonly databaseUrl?: string | undefined;
  readonly migrationDatabaseUrl?: string | undefined;
  readonly dataDir: string;
  /** The folder that has `migrations` and `functions`. */
  readonly prismaDir: string;
  readonly log: Log;
  readonly durable?: boolean;
  /** Called when another server took the data directory of the embedded database over. */
  readonly onLost?: (reason: StartupError) => void;
  /** For commands: uses the embedded server of a registry that runs on the same data, where there is one. */
  readonly beside?: boolean;
}): Promise<OpenDatabase> {
  const { databaseUrl, migrationDatabaseUrl, prismaDir, log } = options;
  const version = {
    migrations: (await readMigrations(join(prismaDir, 'migrations'))).map(({ name }) => name),
    functionFiles: await readFunctionFiles(join(prismaDir, 'functions')),
  };
  if (databaseUrl) {
    if (migrationDatabaseUrl) {
      await assertOwner(migrationDatabaseUrl, databaseUrl);
      await runMigrations(migrationDatabaseUrl, prismaDir, log);
    }
    await assertSafeLogin(databaseUrl, version, log);
    return {
      appUrl: databaseUrl,
      ownerUrl: migrationDatabaseUrl,
      superuserUrl: undefined,
      embedded: false,
      stop: async () => undefined,
    };
  }
  const { durable = true, dataDir, beside = false, onLost } = options;
  const running = beside ? await findRunningPostgres(dataDir) : undefined;
  if (running) {
    log('ใช้ฐานข้อมูลของเซิร์ฟเวอร์ที่ทำงานอยู่', 'Using the database of the server that is running');
    await assertSafeLogin(running.appUrl, version);
    return { ...running, embedded: true, stop: async () => undefined };
  }
  log('เริ่มฐานข้อมูล PostgreSQL ในตัว', 'Starting the embedded PostgreSQL database');
  const server = await startEmbeddedPostgres({ dataDir, log, durable, onLost });
  try {
    await runMigrations(server.ownerUrl, prismaDir, log);
    await assertSafeLogin(server.appUrl, version);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...server, embedded: true };
}
