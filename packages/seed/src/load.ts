import { createOwnerClient } from '@registry/prisma/client.ts';
import type { Prisma, PrismaClient } from '@registry/prisma/generated/client/client.ts';
import { agencyId } from './identifiers.ts';
import { createIdentifierFunction } from './load/identifier-function.ts';
import type { LoadAgency } from './load/load-agency.ts';
import { loadOrders } from './load/orders.ts';
import { loadProjects } from './load/projects.ts';
import { loadRisks } from './load/risks.ts';
import { loadStructure } from './load/structure.ts';
import { loadedTables, withoutAudit } from './load/unaudited.ts';
import { takeSeederLock } from './load-once.ts';
import { actAsSeed } from './seed-account.ts';

export type LoadOptions = { ownerUrl: string; agencies: number; onProgress?: (message: string) => void };

export type LoadResult = { agencies: number; rows: number; seconds: number; rowsPerSecond: number };

/** Agencies of one transaction: enough that turning triggers off and on does not show, few enough that a stop loses little. */
const AGENCIES_PER_TRANSACTION = 10;

const LOAD_AGENCIES_MAX = 9_999;

/**
 * Makes synthetic agencies LOAD-0001, LOAD-0002, … to measure with. Agencies that exist already are left as they are, so a load that was
 * stopped goes on where it was. The reference data has to be there.
 */
export async function generateLoad({ ownerUrl, agencies, onProgress }: LoadOptions): Promise<LoadResult> {
  if (!Number.isInteger(agencies) || agencies < 0 || agencies > LOAD_AGENCIES_MAX) {
    throw new Error(
      `จำนวนหน่วยงานต้องอยู่ระหว่าง 0 ถึง ${LOAD_AGENCIES_MAX} · agencies must be a whole number up to ${LOAD_AGENCIES_MAX}`,
    );
  }
  const db = createOwnerClient(ownerUrl);
  try {
    const startedAt = performance.now();
    const missing = await missingAgencies(db, agencies);
    let rows = 0;
    for (let start = 0; start < missing.length; start += AGENCIES_PER_TRANSACTION) {
      const batch = missing.slice(start, start + AGENCIES_PER_TRANSACTION);
      rows += await db.$transaction((tx) => loadBatch(tx, batch), { timeout: 300_000 });
      const speed = Math.round(rows / ((performance.now() - startedAt) / 1000));
      onProgress?.(
        `หน่วยงานทดสอบ · load agencies ${start + batch.length}/${missing.length} (${rows} แถว · rows, ${speed}/s)`,
      );
    }
    // Without fresh statistics the first measurements would be of bad query plans.
    if (missing.length > 0)
      await db.$executeRawUnsafe(`ANALYZE ${loadedTables.map((table) => `"${table}"`).join(', ')}`);
    const seconds = (performance.now() - startedAt) / 1000;
    return { agencies: missing.length, rows, seconds, rowsPerSecond: Math.round(rows / seconds) };
  } finally {
    await db.$disconnect();
  }
}

async function missingAgencies(db: PrismaClient, count: number): Promise<LoadAgency[]> {
  const wanted = Array.from({ length: count }, (_, index) => {
    const code = `LOAD-${String(index + 1).padStart(4, '0')}`;
    return { id: agencyId(code), code, number: index + 1 };
  });
  const present = await db.agency.findMany({ where: { code: { startsWith: 'LOAD-' } }, select: { code: true } });
  const codes = new Set(present.map(({ code }) => code));
  return wanted.filter(({ code }) => !codes.has(code));
}

async function loadBatch(tx: Prisma.TransactionClient, batch: readonly LoadAgency[]): Promise<number> {
  await takeSeederLock(tx);
  await createIdentifierFunction(tx);
  return withoutAudit(tx, async () => {
    let rows = 0;
    for (const agency of batch) rows += await loadAgency(tx, agency);
    return rows;
  });
}

async function loadAgency(tx: Prisma.TransactionClient, agency: LoadAgency): Promise<number> {
  const added = await tx.agency.createMany({
    data: [
      {
        id: agency.id,
        code: agency.code,
        kind: 'SAMPLE',
        nameTh: `หน่วยงานทดสอบภาระงาน ${agency.code}`,
        nameEn: `Load test agency ${agency.code}`,
        parentId: agencyId('BMA'),
      },
    ],
    skipDuplicates: true,
  });
  // Another load was faster with this one.
  if (added.count === 0) return 0;
  await actAsSeed(tx, 'generateLoad', agency.id);
  const structure = await loadStructure(tx, agency);
  return (
    added.count +
    structure +
    (await loadProjects(tx, agency)) +
    (await loadRisks(tx, agency)) +
    (await loadOrders(tx, agency))
  );
}
