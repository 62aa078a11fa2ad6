import { fileURLToPath } from 'node:url';
import { openDatabase } from '@registry/api/database/open-database.ts';
import { refreshFindings } from '@registry/api/findings/refresh-findings.ts';
import { seedDatabase } from '@registry/seed/seed-database.ts';

/** Where the tests of this run find their PostgreSQL: the seeded template and a login that may copy it. */
export type TestUrls = { readonly app: string; readonly owner: string; readonly superuser: string };

const quiet = () => undefined;

/** A real PostgreSQL with the migrations and the documents in it, which every test file copies in a blink. */
export async function startTestDatabase(dataDir: string): Promise<{ urls: TestUrls; stop(): Promise<void> }> {
  const prismaDir = fileURLToPath(new URL('../../prisma', import.meta.url));
  const { appUrl, ownerUrl, superuserUrl, stop } = await openDatabase({
    dataDir,
    prismaDir,
    durable: false,
    log: quiet,
  });
  if (!ownerUrl || !superuserUrl) throw new Error('The tests need the embedded database.');
  await seedDatabase({ ownerUrl, withSamples: true, onProgress: quiet });
  await refreshFindings({ databaseUrl: appUrl, onProgress: quiet });
  return { urls: { app: appUrl, owner: ownerUrl, superuser: superuserUrl }, stop };
}
