import { createOwnerClient, createPool } from '@registry/prisma/client.ts';
import type { PrismaClient } from '@registry/prisma/generated/client/client.ts';
import { type Dataset, datasets } from './datasets.ts';
import { type LoadedDataset, loadOnce } from './rows/load-once.ts';

export type SeedOptions = {
  ownerUrl: string;
  /** The sample city and the demo accounts, for trying the registry; a real one starts with the documents alone. */
  withSamples: boolean;
  onProgress?: (message: string) => void;
};

/** PostgreSQL looks at its tables anew when a set of data has brought so many rows. */
const MANY_ROWS = 500;

/** Loads what has not been loaded yet; may be run at every start, and by several processes at once. */
export async function seedDatabase({
  ownerUrl,
  withSamples,
  onProgress,
}: SeedOptions): Promise<{ datasets: LoadedDataset[] }> {
  const wanted = datasets.filter(({ isSample }) => withSamples || !isSample);
  const loaded = await loadedDatasets(ownerUrl);
  if (wanted.every(({ name }) => loaded.has(name)))
    return { datasets: wanted.map(({ name }) => ({ name, loaded: false, rows: 0 })) };

  const db = createOwnerClient(ownerUrl);
  try {
    const results: LoadedDataset[] = [];
    for (const dataset of wanted) results.push(await loadDataset(db, dataset, onProgress));
    return { datasets: results };
  } finally {
    await db.$disconnect();
  }
}

/** Asked by a bare connection: almost every start finds everything loaded, and should not pay for a Prisma client. */
async function loadedDatasets(ownerUrl: string): Promise<Set<string>> {
  const pool = createPool({ url: ownerUrl, max: 1 });
  try {
    const { rows } = await pool.query<{ name: string }>('SELECT name FROM "Dataset"');
    return new Set(rows.map(({ name }) => name));
  } finally {
    await pool.end();
  }
}

async function loadDataset(
  db: PrismaClient,
  { name, title, write }: Dataset,
  onProgress: SeedOptions['onProgress'],
): Promise<LoadedDataset> {
  const startedAt = performance.now();
  onProgress?.(`กำลังโหลด · loading: ${title} …`);
  const result = await loadOnce(db, name, write);
  if (result.rows >= MANY_ROWS) await lookAtTables(db);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  onProgress?.(
    result.loaded
      ? `โหลดแล้ว · loaded: ${title} (${result.rows} แถว · rows, ${seconds} s)`
      : `มีอยู่แล้ว · already there: ${title}`,
  );
  return result;
}

/**
 * Has PostgreSQL count what the tables hold. Until then a connection that loads goes on as it planned when they were empty, and reads the whole
 * trail for each entry that it adds to it.
 */
const lookAtTables = (db: PrismaClient): Promise<number> =>
  db.$executeRaw`DO $$ BEGIN
    EXECUTE (SELECT 'ANALYZE ' || string_agg(format('%I.%I', schemaname, tablename), ', ') FROM pg_tables WHERE schemaname = 'public');
  END $$`;
