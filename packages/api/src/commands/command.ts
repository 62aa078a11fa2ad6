import { type Config, readConfig } from '../config.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { explainStart } from '../start/explain-start.ts';
import { reasonOf, StartupError } from '../start/startup-error.ts';
import { fail, openRegistryDatabase, type Say, say } from './registry-database.ts';

/** What a command works on: the registry's database by the login of its owner. */
export type OwnedDatabase = OpenDatabase & { readonly ownerUrl: string };

type Work<Options> = (database: OwnedDatabase, say: Say, options: Options) => Promise<number>;

/**
 * Runs a command of the registry's operator, whether the server runs or not, and ends the process with the exit code that `work` returns.
 * What a person has to correct is one sentence.
 */
export function runCommand<Options>(readOptions: () => Options, work: Work<Options>): void {
  exitWith(prepared(readOptions, work));
}

async function prepared<Options>(readOptions: () => Options, work: Work<Options>): Promise<number> {
  const options = readArguments(readOptions);
  const config = readConfig();
  try {
    return await withDatabase(config, (database) => work(database, say, options));
  } catch (error) {
    throw await explainStart(error, config);
  }
}

/** The arguments of a command; a wrong one is reported in one sentence. */
export function readArguments<Arguments>(parse: () => Arguments): Arguments {
  try {
    return parse();
  } catch (cause) {
    if (cause instanceof StartupError) throw cause;
    throw new StartupError(`คำสั่งไม่ถูกต้อง: ${reasonOf(cause)}`, `The command is wrong: ${reasonOf(cause)}`, { cause });
  }
}

/** Ends the process with the exit code of a command. */
export function exitWith(command: Promise<number>): void {
  command.then((code) => process.exit(code), fail);
}

async function withDatabase(config: Config, work: (database: OwnedDatabase) => Promise<number>): Promise<number> {
  const database = await openRegistryDatabase(config, { beside: true, onLost: fail });
  try {
    const { ownerUrl } = database;
    if (!ownerUrl)
      throw new StartupError(
        'ต้องกำหนด MIGRATION_DATABASE_URL',
        'Set MIGRATION_DATABASE_URL: only the owner of the database does this.',
      );
    return await work({ ...database, ownerUrl });
  } finally {
    await database.stop();
  }
}
