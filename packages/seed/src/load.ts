import { keepFingerprints } from './load/fingerprints.ts';
import { createIdentifierFunction } from './load/identifier-function.ts';
import { loadIntegrityYears } from './load/integrity-year.ts';
import { LAST_YEAR, type LoadAgency, YEARS_MAX } from './load/load-agency.ts';
import { loadOrders } from './load/orders.ts';
import { loadProjects } from './load/projects.ts';
import { answerOitItems, loadPublicItems } from './load/public-items.ts';
import { loadRisks } from './load/risks.ts';
import { keepSearchTexts } from './load/search-texts.ts';
import { type LoadSession, openSession } from './load/session.ts';
import { loadStatusChanges } from './load/status-changes.ts';
import { loadStructure } from './load/structure.ts';
import { summariseRegisters } from './load/summaries.ts';
import { loadedTables, withoutAudit } from './load/unaudited.ts';
import { loadYearReports } from './load/year-reports.ts';
import { agencyId } from './rows/identifiers.ts';
import { SEEDER_LOCK } from './rows/load-once.ts';
import { type SeedAct, seedAccountId } from './rows/seed-account.ts';

export type LoadOptions = {
  ownerUrl: string;
  agencies: number;
  /** How many of the latest years of records each new agency gets; five unless given. */
  years?: number;
  onProgress?: (message: string) => void;
};

export type LoadResult = { agencies: number; rows: number; seconds: number; rowsPerSecond: number };

/** Agencies of one transaction: enough that turning triggers off and on does not show, few enough that a stop loses little. */
const AGENCIES_PER_TRANSACTION = 25;

const LOAD_AGENCIES_MAX = 9_999;

/**
 * Makes synthetic agencies LOAD-0001, LOAD-0002, … to measure with. Agencies that exist already are left as they are, so a load that was
 * stopped goes on where it was. The reference data has to be there.
 */
export async function generateLoad({
  ownerUrl,
  agencies,
  years = YEARS_MAX,
  onProgress,
}: LoadOptions): Promise<LoadResult> {
  if (!Number.isInteger(agencies) || agencies < 0 || agencies > LOAD_AGENCIES_MAX) {
    throw new Error(
      `จำนวนหน่วยงานต้องอยู่ระหว่าง 0 ถึง ${LOAD_AGENCIES_MAX} · agencies must be a whole number up to ${LOAD_AGENCIES_MAX}`,
    );
  }
  if (!Number.isInteger(years) || years < 1 || years > YEARS_MAX) {
    throw new Error(`จำนวนปีต้องอยู่ระหว่าง 1 ถึง ${YEARS_MAX} · years must be a whole number from 1 to ${YEARS_MAX}`);
  }
  const session = await openSession(ownerUrl);
  try {
    const startedAt = performance.now();
    const missing = await missingAgencies(session, agencies, LAST_YEAR - years + 1);
    await createIdentifierFunction(session);
    let rows = 0;
    for (let start = 0; start < missing.length; start += AGENCIES_PER_TRANSACTION) {
      const batch = missing.slice(start, start + AGENCIES_PER_TRANSACTION);
      rows += await session.transaction(() => loadBatch(session, batch));
      const speed = Math.round(rows / ((performance.now() - startedAt) / 1000));
      onProgress?.(
        `หน่วยงานทดสอบ · load agencies ${start + batch.length}/${missing.length} (${rows} แถว · rows, ${speed}/s)`,
      );
    }
    // Without fresh statistics the first measurements would be of bad query plans.
    if (missing.length > 0) await session.ask(`ANALYZE ${loadedTables.map((table) => `"${table}"`).join(', ')}`);
    const seconds = (performance.now() - startedAt) / 1000;
    return { agencies: missing.length, rows, seconds, rowsPerSecond: Math.round(rows / seconds) };
  } finally {
    await session.end();
  }
}

async function missingAgencies(session: LoadSession, count: number, firstYear: number): Promise<LoadAgency[]> {
  const wanted = Array.from({ length: count }, (_, index) => {
    const code = `LOAD-${String(index + 1).padStart(4, '0')}`;
    return { id: agencyId(code), code, number: index + 1, firstYear };
  });
  const present = await session.ask<{ code: string }>(`SELECT code FROM "Agency" WHERE code LIKE 'LOAD-%'`);
  const codes = new Set(present.map(({ code }) => code));
  return wanted.filter(({ code }) => !codes.has(code));
}

async function loadBatch(session: LoadSession, batch: readonly LoadAgency[]): Promise<number> {
  await session.run`SELECT pg_advisory_xact_lock(${SEEDER_LOCK}::bigint)`;
  return withoutAudit(session, async () => {
    let rows = 0;
    for (const agency of batch) rows += await loadAgency(session, agency);
    return rows;
  });
}

const act: SeedAct = 'generateLoad';

async function loadAgency(session: LoadSession, agency: LoadAgency): Promise<number> {
  const { id, code } = agency;
  const added = await session.run`
    INSERT INTO "Agency" (id, code, kind, "nameTh", "nameEn", "parentId")
    VALUES (${id}::uuid, ${code}::text, 'SAMPLE', 'หน่วยงานทดสอบภาระงาน ' || ${code}::text, 'Load test agency ' || ${code}::text, ${agencyId('BMA')}::uuid)
    ON CONFLICT DO NOTHING`;
  // Another load was faster with this one.
  if (added === 0) return 0;
  await session.run`
    INSERT INTO "Oversight" (id, "centreId", "overseenId", "basisTh")
    VALUES (gen_random_uuid(), ${agencyId('BMA')}::uuid, ${id}::uuid, 'หน่วยงานทดสอบภาระงาน')`;
  await session.run`SELECT set_config('app.agency', ${id}, true), set_config('app.account', ${seedAccountId}, true), set_config('app.act', ${act}, true)`;
  const structure = await loadStructure(session, agency);
  return (
    added +
    structure +
    (await loadProjects(session, agency)) +
    (await loadRisks(session, agency)) +
    (await loadStatusChanges(session, agency)) +
    (await summariseRegisters(session, agency)) +
    (await loadOrders(session, agency)) +
    (await loadIntegrityYears(session, agency)) +
    (await loadYearReports(session, agency)) +
    (await loadPublicItems(session, agency)) +
    (await answerOitItems(session, agency)) +
    (await keepSearchTexts(session, agency)) +
    (await keepFingerprints(session, agency))
  );
}
