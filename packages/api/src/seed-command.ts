import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateLoad } from '@registry/seed/load.ts';
import { seedDatabase } from '@registry/seed/seed-database.ts';
import { readConfig } from './config.ts';
import { openDatabase } from './database/open-database.ts';
import { StartupError } from './startup-error.ts';

const say = (message: string) => process.stderr.write(`${message}\n`);

/** `npm run seed [-- --load N]`, beside a server that is stopped, or on a database of one's own. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { load: { type: 'string' } } });
  const agencies = values.load === undefined ? 0 : Number(values.load);
  if (!Number.isInteger(agencies) || agencies < 0 || agencies > 10_000) {
    throw new StartupError('--load ต้องเป็นจำนวนเต็ม 0 ถึง 10000', '--load takes a whole number from 0 to 10000.');
  }
  const config = readConfig();
  const database = await openDatabase({
    databaseUrl: config.databaseUrl,
    migrationDatabaseUrl: config.migrationDatabaseUrl,
    dataDir: config.dataDir,
    migrationsDir: fileURLToPath(new URL('../../../prisma/migrations', import.meta.url)),
    log: (th, en) => say(`${th} · ${en}`),
  });
  try {
    const { ownerUrl } = database;
    if (!ownerUrl)
      throw new StartupError(
        'ต้องกำหนด MIGRATION_DATABASE_URL',
        'Set MIGRATION_DATABASE_URL: only the owner of the database loads data.',
      );
    await seedDatabase({ ownerUrl, withSamples: database.embedded, onProgress: say });
    if (agencies > 0) await generateLoad({ ownerUrl, agencies, onProgress: say });
  } finally {
    await database.stop();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    say(
      error instanceof StartupError
        ? `${error.messageTh} · ${error.messageEn}`
        : String(error instanceof Error ? error.stack : error),
    );
    process.exit(1);
  },
);
