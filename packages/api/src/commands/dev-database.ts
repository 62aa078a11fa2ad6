import { fileURLToPath } from 'node:url';
import { seedDatabase } from '@registry/seed/seed-database.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { runMigrations } from '../database/provisioning/migrate-database.ts';
import { refreshFindingsDaily } from '../findings/refresh-findings.ts';

const say = (message: string) => process.stderr.write(`${message}\n`);
const log = (th: string, en: string) => say(`${th} · ${en}`);

const prismaDir = fileURLToPath(new URL('../../../prisma', import.meta.url));

/** The database that stays while `npm run dev` starts one server after the other; `migrate` applies migrations that were added since. */
export async function openDevDatabase(): Promise<{ migrate(): Promise<void>; stop(): Promise<void> }> {
  const { databaseUrl, migrationDatabaseUrl, dataDir } = readConfig();
  const { appUrl, ownerUrl, embedded, stop } = await openDatabase({
    databaseUrl,
    migrationDatabaseUrl,
    dataDir,
    prismaDir,
    log,
  });
  if (ownerUrl) await seedDatabase({ ownerUrl, withSamples: embedded, onProgress: say });
  const findings = refreshFindingsDaily({ databaseUrl: appUrl, onProgress: say, isDoneToday: false });
  return {
    async stop() {
      await findings.stop();
      await stop();
    },
    async migrate() {
      if (ownerUrl) await runMigrations(ownerUrl, prismaDir, log);
    },
  };
}
