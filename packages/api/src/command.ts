import { fileURLToPath } from 'node:url';
import { readConfig } from './config.ts';
import { type OpenDatabase, openDatabase } from './database/open-database.ts';
import { StartupError } from './startup-error.ts';

export type Say = (message: string) => void;

export const say: Say = (message) => process.stderr.write(`${message}\n`);

/** What a command works on: the registry's database by the login of its owner. */
export type OwnedDatabase = OpenDatabase & { readonly ownerUrl: string };

/**
 * Runs a command of the registry's operator, whether the server runs or not, and ends the process with the exit code that `work`
 * answers. What a person has to put right is said in one sentence.
 */
export function runCommand(work: (database: OwnedDatabase, say: Say) => Promise<number>): void {
  endWith(withDatabase(work));
}

function fail(error: unknown): never {
  say(
    error instanceof StartupError
      ? `${error.messageTh} · ${error.messageEn}`
      : String(error instanceof Error ? error.stack : error),
  );
  process.exit(1);
}

/** Ends the process with the exit code of a command. */
export function endWith(command: Promise<number>): void {
  command.then((code) => process.exit(code), fail);
}

async function withDatabase(work: (database: OwnedDatabase, say: Say) => Promise<number>): Promise<number> {
  const { databaseUrl, migrationDatabaseUrl, dataDir } = readConfig();
  const database = await openDatabase({
    databaseUrl,
    migrationDatabaseUrl,
    dataDir,
    migrationsDir: fileURLToPath(new URL('../../../prisma/migrations', import.meta.url)),
    log: (th, en) => say(`${th} · ${en}`),
    beside: true,
    onLost: fail,
  });
  try {
    const { ownerUrl } = database;
    if (!ownerUrl)
      throw new StartupError(
        'ต้องกำหนด MIGRATION_DATABASE_URL',
        'Set MIGRATION_DATABASE_URL: only the owner of the database does this.',
      );
    return await work({ ...database, ownerUrl }, say);
  } finally {
    await database.stop();
  }
}
