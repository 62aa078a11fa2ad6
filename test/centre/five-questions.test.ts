import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { batchesOf } from '../kit/statements.ts';
import { machineryOn } from '../kit/switches.ts';
import { today } from '../kit/today.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ responseCacheMb: 0, switches: machineryOn });
});
afterAll(async () => registry.stop());

type Question = {
  readonly name: string;
  readonly query: string;
  /** The answer as rows of texts and numbers. */
  readonly rowsOf: (data: any) => unknown[][];
  /** The same by plain SQL, over what is disclosed to the viewer: $1 is the least disclosure. */
  readonly sql: string;
};

const risksOf = `"Risk" r JOIN "Agency" g ON g.id = r."agencyId" WHERE r.disclosure >= $1`;

const questions: readonly Question[] = [
  {
    name: 'which agencies have high or extreme risks without a live mitigation',
    query: `{ risksGrouped(groupBy: [agency], first: 1000, where: {level: {in: [HIGH, EXTREME]},
      mitigations: {none: {status: {in: [PLANNED, IN_PROGRESS, OVERDUE]}}}}) { groups { keys { agency { code } } count } } }`,
    rowsOf: ({ risksGrouped }) => risksGrouped.groups.map(({ keys, count }: any) => [keys.agency.code, count]),
    sql: `SELECT g.code, count(*)::int FROM ${risksOf} AND r.level IN ('HIGH', 'EXTREME')
      AND r.id NOT IN (SELECT m."riskId" FROM "Mitigation" m WHERE m.disclosure >= $1 AND m.status IN ('PLANNED', 'IN_PROGRESS')) GROUP BY 1 ORDER BY 1`,
  },
  {
    name: 'budget by dimension, year and agency',
    query: `{ centre { budgets(fiscalYearFrom: 2566, fiscalYearTo: 2570, byAgency: true, filter: {includeSamples: true, includeNotOverseen: true}) {
      agencyCode fiscalYear dimensionNumber planned spent } } }`,
    rowsOf: ({ centre }) =>
      centre.budgets.map((row: any) => [row.agencyCode, row.fiscalYear, row.dimensionNumber, row.planned, row.spent]),
    sql: `SELECT g.code, b."fiscalYear", d.number, sum(b.amount)::text AS planned, sum(w."spentAmount")::text AS spent FROM "BudgetLine" b
      JOIN "Project" p ON p.id = b."projectId" JOIN "FrameworkDimension" d ON d.id = p."dimensionId" JOIN "Agency" g ON g.id = b."agencyId"
      LEFT JOIN (SELECT DISTINCT ON ("projectId", "fiscalYear") * FROM "ProgressReport" WHERE "spentAmount" IS NOT NULL AND disclosure >= $1
        ORDER BY "projectId", "fiscalYear", quarter DESC) w ON w."projectId" = b."projectId" AND w."fiscalYear" = b."fiscalYear"
      WHERE b.disclosure >= $1 AND b."fiscalYear" BETWEEN 2566 AND 2570 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  },
  {
    name: 'risks without an assessment by process area',
    query: `{ centre { riskLevels(fiscalYear: 2569, groupBy: PROCESS_AREA, filter: {includeSamples: true, includeNotOverseen: true}) {
      key unassessed } } }`,
    rowsOf: ({ centre }) => centre.riskLevels.map(({ key, unassessed }: any) => [key, unassessed]),
    sql: `SELECT r."processArea"::text, count(*) FILTER (WHERE r.level = 'UNASSESSED')::int FROM ${risksOf} AND r."fiscalYear" = 2569 GROUP BY 1 ORDER BY 1`,
  },
  {
    name: 'mean score by group of districts over five years',
    query: `{ risksGrouped(groupBy: [districtGroup, fiscalYear], first: 1000, where: {fiscalYear: {gte: 2565, lte: 2569}}) {
      groups { keys { districtGroup fiscalYear } avg { score } } } }`,
    rowsOf: ({ risksGrouped }) =>
      risksGrouped.groups.map(({ keys, avg }: any) => [keys.districtGroup, keys.fiscalYear, avg.score]),
    sql: `SELECT g."districtGroup"::text, r."fiscalYear", round(avg(r.score), 2)::text FROM ${risksOf} AND r."fiscalYear" BETWEEN 2565 AND 2569
      GROUP BY g."districtGroup", 2 ORDER BY g."districtGroup", 2`,
  },
  {
    name: 'which orders end within some days, and who loses which powers',
    query: `{ centre { ordersEnding(withinDays: 366, first: 100, filter: {includeSamples: true, includeNotOverseen: true}) {
      orders { agencyCode orderName losses { lineNo positionTh verb } } } } }`,
    rowsOf: ({ centre }) =>
      centre.ordersEnding.orders.flatMap(({ agencyCode, orderName, losses }: any) =>
        losses.map(({ lineNo, positionTh, verb }: any) => [agencyCode, orderName, lineNo, positionTh, verb]),
      ),
    sql: `SELECT g.code, o."orderNo" || '/' || o.year, l."lineNo", p."titleTh", l.verb::text FROM "DelegationOrder" o JOIN "Agency" g ON g.id = o."agencyId"
      JOIN "DelegatedPower" l ON l."orderId" = o.id JOIN "Position" p ON p.id = l."delegateId"
      WHERE o.disclosure >= $1 AND o.status = 'ISSUED' AND ${today} BETWEEN o."effectiveFrom" AND o."effectiveTo" AND o."effectiveTo" <= ${today} + 366
        AND (l."revokedOn" IS NULL OR l."revokedOn" > o."effectiveTo") ORDER BY o."effectiveTo", o.id, l."lineNo"`,
  },
];

it.each(questions)(
  'is one request and one statement, and says what plain SQL says: $name',
  async ({ query, rowsOf, sql }) => {
    for (const [persona, floor] of [
      ['centre', 1],
      ['analyst', 2],
    ] as const) {
      const ask = registry.as(persona);
      await ask(query);
      let answered: Awaited<ReturnType<typeof ask>> | undefined;
      const batches = await batchesOf(async () => {
        answered = await ask(query);
      });
      expect([answered?.errors, batches.flat().length]).toEqual([[], 1]);
      const expected: object[] = await registry.rows(sql, [floor]);
      const rows = rowsOf(answered?.data);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows).toEqual(expected.map((row) => Object.values(row)));
    }
  },
);
