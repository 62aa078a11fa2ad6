import { readConfig } from '../config.ts';
import { runMigrations } from '../database/provisioning/migrate-database.ts';
import { refreshFindingsDaily } from '../findings/refresh-findings.ts';
import { openRegistryDatabase, prismaDir, say, sayBoth, seedRegistry } from './registry-database.ts';

/** The database that stays while `npm run dev` starts one server after the other; `migrate` applies migrations that were added since. */
export async function openDevDatabase(): Promise<{ migrate(): Promise<void>; stop(): Promise<void> }> {
  const database = await openRegistryDatabase(readConfig());
  await seedRegistry(database);
  const findings = refreshFindingsDaily({ databaseUrl: database.appUrl, onProgress: say, isDoneToday: false });
  return {
    async stop() {
      await findings.stop();
      await database.stop();
    },
    async migrate() {
      if (database.ownerUrl) await runMigrations(database.ownerUrl, prismaDir, sayBoth);
    },
  };
}
