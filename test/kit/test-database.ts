import { fileURLToPath } from 'node:url';
import { openDatabase } from '@registry/api/database/open-database.ts';
import { refreshFindings } from '@registry/api/findings/refresh-findings.ts';
import { seedDatabase } from '@registry/seed/seed-database.ts';
import pg from 'pg';

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
  await tidy(superuserUrl, appUrl);
  return { urls: { app: appUrl, owner: ownerUrl, superuser: superuserUrl }, stop };
}

/**
 * Makes what was loaded as small as it can be, and counts it, once for all copies of it: what PostgreSQL plans in them is then the same in every run.
 * The kernel copies the files by itself, and no copy lives long enough to need tidying again.
 */
async function tidy(superuserUrl: string, appUrl: string): Promise<void> {
  const address = new URL(superuserUrl);
  address.pathname = new URL(appUrl).pathname;
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  try {
    await client.query('VACUUM (FULL, FREEZE, ANALYZE)');
    await client.query('ALTER SYSTEM SET file_copy_method = clone');
    await client.query('ALTER SYSTEM SET autovacuum = off');
    await client.query('SELECT pg_reload_conf()');
  } finally {
    await client.end();
  }
}
