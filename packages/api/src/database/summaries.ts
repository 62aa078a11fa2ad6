import { registryAccountId } from '@registry/seed/rows/registry-account.ts';
import type { Client } from 'pg';
import { connectTo } from './connect.ts';

/** A derived row that is not what it is derived from. */
export type SummaryFault = {
  readonly table: string;
  readonly code: string;
  readonly key: string;
  readonly found: string;
  readonly expected: string;
};

type Derived = {
  readonly table: string;
  readonly meaning: readonly [th: string, en: string];
  /** Rows of `agencyId`, `key` and a `value` as text: as they are kept, and as they follow from what they are derived from. */
  readonly kept: string;
  readonly derived: string;
  /** Puts the rows of the agency `$1` right. */
  readonly rebuild: readonly string[];
};

const COUNTS = `"unassessedRisks", "lowRisks", "mediumRisks", "highRisks", "extremeRisks", "openMitigations", "doneMitigations",
  "cancelledMitigations", "progressSum"`;

/** The statement of decision 10: what GROUP BY gives over the columns that risks and mitigations carry. */
const SUMMARY = `
  SELECT "agencyId", "fiscalYear", disclosure, sum(n1)::int AS "unassessedRisks", sum(n2)::int AS "lowRisks", sum(n3)::int AS "mediumRisks",
    sum(n4)::int AS "highRisks", sum(n5)::int AS "extremeRisks", sum(n6)::int AS "openMitigations", sum(n7)::int AS "doneMitigations",
    sum(n8)::int AS "cancelledMitigations", sum(n9)::int AS "progressSum"
  FROM (
    SELECT "agencyId", "fiscalYear", disclosure, (level = 'UNASSESSED')::int AS n1, (level = 'LOW')::int AS n2, (level = 'MEDIUM')::int AS n3,
      (level = 'HIGH')::int AS n4, (level = 'EXTREME')::int AS n5, 0 AS n6, 0 AS n7, 0 AS n8, 0 AS n9 FROM "Risk"
    UNION ALL
    SELECT "agencyId", "fiscalYear", disclosure, 0, 0, 0, 0, 0, (status IN ('PLANNED', 'IN_PROGRESS'))::int, (status = 'DONE')::int,
      (status = 'CANCELLED')::int, "progressPercent" * (status <> 'CANCELLED')::int FROM "Mitigation"
  ) counted GROUP BY 1, 2, 3`;

const DUE_DAYS = `
  SELECT "agencyId", "fiscalYear", disclosure, "dueOn", count(*)::int AS "openMitigations"
  FROM "Mitigation" WHERE status IN ('PLANNED', 'IN_PROGRESS') GROUP BY 1, 2, 3, 4`;

/** The latest residual, else inherent, assessment of each risk (decision 3). */
const CURRENT = `
  SELECT r."agencyId", r.id, a.id AS "currentAssessmentId", coalesce(a.level::text, 'UNASSESSED') AS level, a.score, a.likelihood, a.impact
  FROM "Risk" r LEFT JOIN LATERAL (
    SELECT * FROM "Assessment" each WHERE each."agencyId" = r."agencyId" AND each."riskId" = r.id AND each.phase <> 'TARGET'
    ORDER BY each.phase = 'RESIDUAL' DESC, each."assessedOn" DESC, each."createdAt" DESC, each.id DESC LIMIT 1) a ON true`;

/** The words of records as they are searched (decision 49), told by their digest. */
const words = (rows: string): string =>
  `SELECT "agencyId", id::text AS key, concat_ws(' ', kind, year, disclosure, md5(concat(words, texts))) AS value FROM ${rows} WHERE "agencyId" IS NOT NULL`;

/** Fingerprints of the titles of agencies' records, told by their digest (decision 55). */
const fingerprints = (rows: string): string =>
  `SELECT "agencyId", id::text AS key, concat_ws(' ', kind, disclosure, identity, md5(concat_ws(' ', size, bits, bands))) AS value
  FROM ${rows} WHERE "agencyId" IS NOT NULL`;

const FINGERPRINTS =
  '(SELECT s.*, f.* FROM app.fingerprint_source s CROSS JOIN LATERAL app.fingerprint_of(s.text) f) derived';

/** What is derived from other rows and kept, in the order in which one follows from another. Findings have their own daily round. */
export const DERIVED: readonly Derived[] = [
  {
    table: 'Risk',
    meaning: ['ระดับปัจจุบันของความเสี่ยง', 'current levels of risks'],
    kept: `SELECT "agencyId", id::text AS key, concat_ws(' ', level, score, likelihood, impact, "currentAssessmentId") AS value FROM "Risk"`,
    derived: `SELECT "agencyId", id::text AS key, concat_ws(' ', level, score, likelihood, impact, "currentAssessmentId") AS value FROM (${CURRENT}) c`,
    rebuild: [
      `UPDATE "Risk" r SET level = c.level::"CurrentRiskLevel", score = c.score, likelihood = c.likelihood, impact = c.impact,
        "currentAssessmentId" = c."currentAssessmentId"
      FROM (${CURRENT}) c WHERE r."agencyId" = $1 AND c."agencyId" = r."agencyId" AND c.id = r.id
        AND (r.level::text, r.score, r.likelihood, r.impact, r."currentAssessmentId")
          IS DISTINCT FROM (c.level, c.score, c.likelihood, c.impact, c."currentAssessmentId")`,
    ],
  },
  {
    table: 'RegisterSummary',
    meaning: ['จำนวนความเสี่ยงและมาตรการตามปีงบประมาณ', 'counts of risks and mitigations by fiscal year'],
    // Zeros that stay when a register was thrown away say the same as no row.
    kept: `SELECT "agencyId", concat_ws(' ', "fiscalYear", disclosure) AS key, concat_ws(' ', ${COUNTS}) AS value FROM "RegisterSummary"
      WHERE (${COUNTS}) <> (0, 0, 0, 0, 0, 0, 0, 0, 0)`,
    derived: `SELECT "agencyId", concat_ws(' ', "fiscalYear", disclosure) AS key, concat_ws(' ', ${COUNTS}) AS value FROM (${SUMMARY}) s`,
    rebuild: [
      'DELETE FROM "RegisterSummary" WHERE "agencyId" = $1',
      `INSERT INTO "RegisterSummary" ("agencyId", "fiscalYear", disclosure, ${COUNTS}) SELECT * FROM (${SUMMARY}) s WHERE "agencyId" = $1`,
    ],
  },
  {
    table: 'RegisterDueDay',
    meaning: ['มาตรการที่ยังไม่เสร็จตามวันครบกำหนด', 'open mitigations by due day'],
    kept: `SELECT "agencyId", concat_ws(' ', "fiscalYear", disclosure, "dueOn") AS key, "openMitigations"::text AS value FROM "RegisterDueDay"`,
    derived: `SELECT "agencyId", concat_ws(' ', "fiscalYear", disclosure, "dueOn") AS key, "openMitigations"::text AS value FROM (${DUE_DAYS}) d`,
    rebuild: [
      'DELETE FROM "RegisterDueDay" WHERE "agencyId" = $1',
      `INSERT INTO "RegisterDueDay" ("agencyId", "fiscalYear", disclosure, "dueOn", "openMitigations") SELECT * FROM (${DUE_DAYS}) d WHERE "agencyId" = $1`,
    ],
  },
  {
    table: 'SearchText',
    meaning: ['คำที่ใช้ค้นหาของระเบียน', 'words of records to search'],
    kept: words('"SearchText"'),
    derived: words('app.search_source'),
    rebuild: [
      'DELETE FROM "SearchText" WHERE "agencyId" = $1',
      `INSERT INTO "SearchText" (id, "agencyId", disclosure, kind, year, words, texts)
        SELECT id, "agencyId", disclosure, kind, year, words, texts FROM app.search_source WHERE "agencyId" = $1`,
    ],
  },
  {
    table: 'TextFingerprint',
    meaning: ['ลายนิ้วมือของชื่อความเสี่ยงและโครงการ', 'fingerprints of what risks and projects are called'],
    kept: fingerprints('"TextFingerprint"'),
    derived: fingerprints(FINGERPRINTS),
    rebuild: [
      'DELETE FROM "TextFingerprint" WHERE "agencyId" = $1',
      `INSERT INTO "TextFingerprint" (id, "agencyId", disclosure, kind, identity, size, bits, bands)
        SELECT id, "agencyId", disclosure, kind, identity, size, bits, bands FROM ${FINGERPRINTS} WHERE "agencyId" = $1`,
    ],
  },
];

type OnTable = (derived: Derived, index: number) => void;
type FaultRow = SummaryFault & { readonly agencyId: string };

async function faultsOf(client: Client, { table, kept, derived }: Derived): Promise<FaultRow[]> {
  const { rows } = await client.query<FaultRow>(
    `SELECT $1 AS table, "agencyId", g.code, key, coalesce(k.value, '–') AS found, coalesce(d.value, '–') AS expected
    FROM (${kept}) k FULL JOIN (${derived}) d USING ("agencyId", key) JOIN "Agency" g ON g.id = "agencyId"
    WHERE k.value IS DISTINCT FROM d.value ORDER BY 3, 4`,
    [table],
  );
  return rows;
}

/** Runs as the owner, who reads round no policy: as a city role whose floor is the ground. */
async function asOwner<Result>(
  ownerUrl: string,
  begin: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = await connectTo(ownerUrl);
  try {
    await client.query(begin);
    await client.query(`SELECT set_config('app.floor', '0', true)`);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } finally {
    await client.end();
  }
}

/** Compares every derived row with what it is derived from, at one moment of the database, so that writers may go on. */
export const verifySummaries = (ownerUrl: string, onTable: OnTable = () => undefined): Promise<SummaryFault[]> =>
  asOwner(ownerUrl, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', async (client) => {
    const faults: SummaryFault[] = [];
    for (const [index, derived] of DERIVED.entries()) {
      onTable(derived, index);
      faults.push(...(await faultsOf(client, derived)));
    }
    return faults;
  });

/** Puts every derived row right, and answers what was wrong. Those who change risks wait until it has ended; a corrected level is in the trail. */
export const rebuildSummaries = (ownerUrl: string, onTable: OnTable = () => undefined): Promise<SummaryFault[]> =>
  asOwner(ownerUrl, 'BEGIN', async (client) => {
    await client.query(
      'LOCK TABLE "Risk", "Assessment", "Mitigation", "Project", "SearchText" IN SHARE ROW EXCLUSIVE MODE',
    );
    await client.query(`SELECT set_config('app.account', $1, true), set_config('app.act', 'rebuildSummaries', true)`, [
      registryAccountId,
    ]);
    const faults: SummaryFault[] = [];
    for (const [index, derived] of DERIVED.entries()) {
      onTable(derived, index);
      const wrong = await faultsOf(client, derived);
      for (const agencyId of new Set(wrong.map((fault) => fault.agencyId))) {
        await client.query(`SELECT set_config('app.agency', $1, true)`, [agencyId]);
        for (const statement of derived.rebuild) await client.query(statement, [agencyId]);
      }
      faults.push(...wrong);
    }
    return faults;
  });
