import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { type Counted, wrongCells } from './drill-down.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ limits: { costMax: Number.MAX_SAFE_INTEGER } });
});
afterAll(async () => registry.stop());

const sql = (text: string, values: unknown[] = []): Promise<any[]> => registry.rows(text, values);

const ask = async (field: string, persona = 'centre'): Promise<any[]> => {
  const { data, errors } = await registry.as(persona)(`{ centre { ${field} } }`);
  expect(errors).toEqual([]);
  return Object.values<any>(data.centre)[0];
};

const EVERYBODY = 'filter: {includeSamples: true, includeNotOverseen: true}';
const cellsOf = (rows: readonly any[]): Counted[] => rows.flatMap(({ cells }) => cells);
const counts = (cells: readonly any[]) => Object.fromEntries(cells.map(({ key, count }) => [key, count]));

/** The sample city alone has a checklist, of one year. */
const hasChecklist = ({ code, fiscalYear }: any) => code.startsWith('SAMPLE-') && fiscalYear === 2569;

const floors = { centre: 1, analyst: 2 } as const;

describe.each(['centre', 'analyst'] as const)('as %s, the centre', (persona) => {
  const floor = floors[persona];

  it('says how many agencies have handed in each part, and which have not', async () => {
    const fields =
      'duty nameTh nameEn fiscalYear agencyCount missingAgencyCodes cells { key nameTh nameEn count list where }';
    for (const filter of ['', EVERYBODY, 'filter: {agencyCodes: ["SAMPLE-1", "SAMPLE-6", "LG-MAEDONG", "BMA"]}']) {
      const args = `(fiscalYearFrom: 2566, fiscalYearTo: 2569 ${filter})`;
      const rows = await ask(`duties${args} { ${fields} }`, persona);
      expect(rows).toHaveLength(48);
      const completeness = await ask(
        `completeness${args} { fiscalYear code plans { kind status } swotAnalysis riskRegister sixMonthReport twelveMonthReport briberyReport riskCount noGiftPolicy antiBriberyPolicy hasGiftReports isItaResultOwed hasItaResult isOitAnswered }`,
        persona,
      );
      const missing = (duty: string, fiscalYear: number): string[] =>
        completeness
          .filter((row) => row.fiscalYear === fiscalYear)
          .filter((row) => {
            const { plans, swotAnalysis, riskRegister, riskCount, noGiftPolicy, antiBriberyPolicy } = row;
            const [annual, several] = plans.map(({ status }: any) => status);
            const parts: Record<string, unknown> = {
              ANNUAL_PLAN: annual,
              MULTI_YEAR_PLAN: several,
              SWOT_ANALYSIS: swotAnalysis,
              RISK_REGISTER: riskRegister,
              SIX_MONTH_REPORT: row.sixMonthReport,
              TWELVE_MONTH_REPORT: row.twelveMonthReport,
              BRIBERY_REPORT: row.briberyReport,
              RISKS: riskCount || null,
              NO_GIFT_POLICY: noGiftPolicy,
              ANTI_BRIBERY_POLICY: antiBriberyPolicy,
              GIFT_REPORTS: row.hasGiftReports || null,
              ITA_RESULT: row.hasItaResult || !row.isItaResultOwed || null,
              OIT_ANSWERS: row.isOitAnswered || !hasChecklist(row) || null,
            };
            return parts[duty] === null;
          })
          .map(({ code }) => code);
      const without = await ask(`agenciesWithoutRisks${args} { ${fields} }`, persona);
      expect(without.map(({ duty }) => duty)).toEqual(['RISKS', 'RISKS', 'RISKS', 'RISKS']);
      for (const { duty, fiscalYear, agencyCount, missingAgencyCodes, cells } of [...rows, ...without]) {
        expect([duty, missingAgencyCodes]).toEqual([duty, missing(duty, fiscalYear)]);
        const told = { DONE: agencyCount - missingAgencyCodes.length, MISSING: missingAgencyCodes.length };
        expect(counts(cells)).toEqual(agencyCount > 0 ? told : {});
      }
      expect(await wrongCells(registry.as(persona), cellsOf([...rows, ...without]))).toEqual([]);
    }
  });

  it('lists the budget lines of every sum', async () => {
    for (const byAgency of [true, false])
      for (const filter of ['', EVERYBODY]) {
        const rows = await ask(
          `budgets(fiscalYearFrom: 2566, fiscalYearTo: 2570, byAgency: ${byAgency} ${filter}) { count: projectCount dimensionTh dimensionEn where }`,
          persona,
        );
        expect(rows.length).toBeGreaterThan(3);
        for (const { dimensionTh, dimensionEn } of rows) expect([dimensionTh, dimensionEn]).not.toContain(null);
        const cells = rows.map(({ count, where }) => ({ count, where, list: 'budgetLines' }));
        expect(await wrongCells(registry.as(persona), cells)).toEqual([]);
      }
  });

  it('counts what its checks found, in all and at each agency, and lists it', async () => {
    const fields = 'code nameTh nameEn agencyCode agencyCount isSample cells { key nameTh nameEn count list where }';
    const [{ id }] = await sql(
      `SELECT id FROM "Finding" WHERE code = 'MONTHLY_REPORT_MISSING' AND disclosure >= 2 ORDER BY id LIMIT 1`,
    );
    await sql(
      `WITH acting AS MATERIALIZED (SELECT set_config('app.account', app.registry_account()::text, false))
       UPDATE "Finding" SET "dismissedAt" = now(), "dismissalReason" = 'ส่งเป็นหนังสือแล้ว', "dismissedById" = app.registry_account() FROM acting WHERE id = '${id}'`,
    );
    let found = 0;
    for (const field of ['xRays', 'missingReports', 'segregationConflicts']) {
      for (const filter of ['', EVERYBODY, 'filter: {includeSamples: true}']) {
        const all = await ask(`${field}(byAgency: false ${filter}) { ${fields} }`, persona);
        const each = await ask(`${field}(byAgency: true ${filter}) { ${fields} }`, persona);
        expect(await wrongCells(registry.as(persona), cellsOf([...all, ...each]))).toEqual([]);
        for (const { code, nameTh, nameEn, agencyCount, cells } of all) {
          expect([nameTh, nameEn]).toEqual([expect.stringMatching(/[ก-๙]/), expect.stringMatching(/^[A-Z]/)]);
          const [seen] = await sql(
            `SELECT count(*) FILTER (WHERE "dismissedAt" IS NULL)::int AS "OPEN", count(*) FILTER (WHERE "dismissedAt" IS NOT NULL)::int AS "CLOSED"
             FROM "Finding" WHERE code = $1 AND disclosure >= $2`,
            [code, floor],
          );
          if (filter === EVERYBODY) expect([code, counts(cells)]).toEqual([code, seen]);
          const ofCode = each.filter((row) => row.code === code);
          expect(ofCode).toHaveLength(agencyCount);
          for (const { key, count } of cells)
            expect(ofCode.reduce((sum, row) => sum + counts(row.cells)[key], 0)).toBe(count);
          found += counts(cells).OPEN ?? 0;
        }
      }
    }
    expect(found).toBeGreaterThan(0);
  });
});

it('looks for the facts themselves: the X-rays are what plain SQL finds in the sample city', async () => {
  const xRays = await ask(`xRays(${EVERYBODY}) { code cells { key count } }`);
  const open = Object.fromEntries(xRays.map(({ code, cells }) => [code, counts(cells).OPEN]));
  const facts = {
    HIGH_RISK_WITHOUT_FUNDED_PROJECT: `SELECT r.id FROM "Risk" r WHERE r.level IN ('HIGH', 'EXTREME') AND r.disclosure >= 1 AND r.id NOT IN (
      SELECT m."riskId" FROM "Mitigation" m JOIN "BudgetLine" b ON b."projectId" = m."projectId" WHERE b.amount > 0 AND m.status <> 'CANCELLED')`,
    SPENDING_WITHOUT_PROGRESS: `SELECT w.id FROM "ProgressReport" w WHERE w.disclosure >= 1 AND w."spentAmount" > 0 AND w."progressPercent" = 0
      AND NOT EXISTS (SELECT 1 FROM "ProgressReport" l WHERE l."projectId" = w."projectId" AND l."fiscalYear" = w."fiscalYear" AND l.quarter > w.quarter)`,
    RESIDUAL_LOWERED_WITHOUT_MEASURE: `SELECT r.id FROM "Risk" r, LATERAL (SELECT * FROM "Assessment" a WHERE a."riskId" = r.id AND a.phase = 'INHERENT'
        ORDER BY a."assessedOn" DESC, a."createdAt" DESC, a.id DESC LIMIT 1) i, LATERAL (SELECT * FROM "Assessment" a WHERE a."riskId" = r.id AND a.phase = 'RESIDUAL'
        ORDER BY a."assessedOn" DESC, a."createdAt" DESC, a.id DESC LIMIT 1) e
      WHERE r.disclosure >= 1 AND i."methodId" = e."methodId" AND (e.score < i.score OR e.level < i.level)
        AND r.id NOT IN (SELECT "riskId" FROM "Mitigation" WHERE status = 'DONE') AND r.id NOT IN (SELECT "riskId" FROM "Control" WHERE effectiveness <> 'WEAK')`,
  };
  for (const [code, fact] of Object.entries(facts))
    expect([code, open[code]]).toEqual([code, (await sql(fact)).length]);
  expect(open.HIGH_RISK_WITHOUT_FUNDED_PROJECT).toBeGreaterThan(0);
  expect(Object.keys(open)).toEqual([...Object.keys(facts), 'INDICATOR_WITHOUT_RESULT']);
});
