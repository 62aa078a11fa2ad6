import { fileURLToPath } from 'node:url';
import { seedDatabase } from '@registry/seed/seed-database.ts';
import type { Config } from '../config.ts';
import { type OpenDatabase, openDatabase } from '../database/open-database.ts';
import { StartupError } from '../start/startup-error.ts';

/** The folder with migrations and functions, seen from the bundles in `dist`. */
export const prismaDir = fileURLToPath(new URL('../../../prisma', import.meta.url));

export type Say = (message: string) => void;

/** Prints progress, apart from the output that other programs read. */
export const say: Say = (message) => process.stderr.write(`${message}\n`);

export const sayBoth = (messageTh: string, messageEn: string): void => say(`${messageTh} · ${messageEn}`);

/** Prints an error and ends the process: a sentence for what a person can put right, otherwise the stack. */
export function fail(error: unknown): never {
  if (error instanceof StartupError) sayBoth(error.messageTh, error.messageEn);
  else say(String(error instanceof Error ? error.stack : error));
  process.exit(1);
}

/** Opens the database that the settings name. */
export const openRegistryDatabase = (
  { databaseUrl, migrationDatabaseUrl, dataDir }: Config,
  options: Pick<Parameters<typeof openDatabase>[0], 'beside' | 'onLost'> = {},
): Promise<OpenDatabase> =>
  openDatabase({ databaseUrl, migrationDatabaseUrl, dataDir, prismaDir, log: sayBoth, ...options });

/** Loads the documents' data, and samples into an embedded database; returns whether any of it was new. */
export async function seedRegistry({ ownerUrl, embedded }: OpenDatabase): Promise<boolean> {
  if (!ownerUrl) return false;
  const { datasets } = await seedDatabase({ ownerUrl, withSamples: embedded, onProgress: say });
  return datasets.some(({ loaded }) => loaded);
}
