import { createOwnerClient } from '@registry/prisma/client.ts';
import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { writeAccounts } from './accounts.ts';
import { writeDocuments } from './documents/documents.ts';
import { type LoadedDataset, loadOnce } from './load-once.ts';
import { writeAgencies } from './reference/agencies.ts';
import { writeFramework } from './reference/framework.ts';
import { writeMethods } from './reference/methods.ts';
import { writeSampleCity } from './sample/sample-city.ts';
import { writeSeedAccount } from './seed-account.ts';

export type SeedOptions = { ownerUrl: string; onProgress?: (message: string) => void };

type Dataset = { name: string; title: string; write: (tx: Prisma.TransactionClient) => Promise<number> };

/** In this order: each may refer to what the ones before it brought. */
const datasets: readonly Dataset[] = [
  { name: 'reference', title: 'ข้อมูลอ้างอิง · reference data', write: writeReference },
  { name: 'documents', title: 'ข้อมูลจากเอกสาร · the documents', write: writeDocuments },
  { name: 'sample-city', title: 'เมืองตัวอย่าง · the sample city', write: writeSampleCity },
  { name: 'accounts', title: 'บัญชีทดลองใช้ · demo accounts', write: writeAccounts },
];

/** Loads what has not been loaded yet; may be run at every start, and by several processes at once. */
export async function seedDatabase({ ownerUrl, onProgress }: SeedOptions): Promise<{ datasets: LoadedDataset[] }> {
  const db = createOwnerClient(ownerUrl);
  try {
    const marked = new Set((await db.dataset.findMany({ select: { name: true } })).map(({ name }) => name));
    const results: LoadedDataset[] = [];
    for (const { name, title, write } of datasets) {
      if (marked.has(name)) {
        results.push({ name, loaded: false, rows: 0 });
        continue;
      }
      onProgress?.(`กำลังโหลด ${title} …`);
      const startedAt = performance.now();
      const result = await loadOnce(db, name, write);
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      onProgress?.(
        result.loaded
          ? `โหลดแล้ว · loaded: ${title} (${result.rows} แถว · rows, ${seconds} s)`
          : `มีผู้โหลดไปแล้ว · loaded by another process: ${title}`,
      );
      results.push(result);
    }
    return { datasets: results };
  } finally {
    await db.$disconnect();
  }
}

async function writeReference(tx: Prisma.TransactionClient): Promise<number> {
  return (await writeSeedAccount(tx)) + (await writeAgencies(tx)) + (await writeFramework(tx)) + (await writeMethods(tx));
}
