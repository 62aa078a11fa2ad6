import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { today } from '../kit/today.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

/** Every agency there is, invented and not overseen ones too. */
const EVERYBODY = 'filter: {includeSamples: true, includeNotOverseen: true}';

const sum = (rows: readonly Record<string, number>[], key: string): number =>
  rows.reduce((total, row) => total + (row[key] ?? 0), 0);
const sql = async (text: string, values: unknown[] = []): Promise<any> => (await registry.rows(text, values))[0];

const cityRoles = [
  { persona: 'centre', floor: 1 },
  { persona: 'analyst', floor: 2 },
] as const;

describe.each(cityRoles)('as $persona, the centre', ({ persona, floor }) => {
  const ask = async (field: string): Promise<any> => {
    const { data, errors } = await registry.as(persona)(`{ centre { ${field} } }`);
    expect(errors).toEqual([]);
    return Object.values(data.centre)[0];
  };

  it('counts in the matrix exactly the disclosed risks that are assessed under the method, in every one of its cells', async () => {
    for (const [methodCode, cells] of [
      ['5x5', 25],
      ['3x3', 9],
    ] as const) {
      const matrix = await ask(
        `riskMatrix(fiscalYear: 2568, methodCode: "${methodCode}", ${EVERYBODY}) { likelihood impact level riskCount }`,
      );
      const { count } = await sql(
        `SELECT count(*)::int AS count FROM "Risk" r JOIN "Assessment" a ON a.id = r."currentAssessmentId" JOIN "RiskMethod" m ON m.id = a."methodId"
         WHERE r."fiscalYear" = 2568 AND r.disclosure >= $1 AND m.code = $2`,
        [floor, methodCode],
      );
      expect(count).toBeGreaterThan(0);
      expect([matrix.length, sum(matrix, 'riskCount')]).toEqual([cells, count]);
    }
  });

  it('counts levels the same by agency, group, kind and process area, and exactly what is disclosed', async () => {
    for (const fiscalYear of [2567, 2568, 2569]) {
      const expected = await sql(
        `SELECT count(*)::int AS total, count(*) FILTER (WHERE level = 'HIGH')::int AS high, count(*) FILTER (WHERE level = 'UNASSESSED')::int AS unassessed
         FROM "Risk" WHERE "fiscalYear" = $1 AND disclosure >= $2`,
        [fiscalYear, floor],
      );
      for (const groupBy of ['AGENCY', 'DISTRICT_GROUP', 'AGENCY_KIND', 'PROCESS_AREA']) {
        const rows = await ask(
          `riskLevels(fiscalYear: ${fiscalYear}, groupBy: ${groupBy}, ${EVERYBODY}) { key total unassessed low medium high extreme }`,
        );
        expect([
          groupBy,
          { total: sum(rows, 'total'), high: sum(rows, 'high'), unassessed: sum(rows, 'unassessed') },
        ]).toEqual([groupBy, expected]);
        for (const row of rows) expect(row.unassessed + row.low + row.medium + row.high + row.extreme).toBe(row.total);
      }
    }
  });

  it('counts mitigations done, overdue and cancelled exactly as disclosed', async () => {
    const rows = await ask(
      `mitigationProgress(fiscalYear: 2568, groupBy: AGENCY, ${EVERYBODY}) { key nameTh total done overdue cancelled averageProgressPercent }`,
    );
    const expected = await sql(
      `SELECT count(*)::int AS total, count(*) FILTER (WHERE status = 'DONE')::int AS done, count(*) FILTER (WHERE status = 'CANCELLED')::int AS cancelled,
         count(*) FILTER (WHERE status IN ('PLANNED', 'IN_PROGRESS') AND "dueOn" < ${today})::int AS overdue
       FROM "Mitigation" WHERE "fiscalYear" = 2568 AND disclosure >= $1`,
      [floor],
    );
    expect(expected.overdue).toBeGreaterThan(0);
    expect({
      total: sum(rows, 'total'),
      done: sum(rows, 'done'),
      cancelled: sum(rows, 'cancelled'),
      overdue: sum(rows, 'overdue'),
    }).toEqual(expected);
    for (const { nameTh, averageProgressPercent } of rows) {
      expect(nameTh).toMatch(/[ก-๙]/);
      expect(averageProgressPercent >= 0 && averageProgressPercent <= 100).toBe(true);
    }
  });

  it('sums budgets planned and spent by dimension and year, in exact decimals', async () => {
    const rows = await ask(
      `budgets(fiscalYearFrom: 2566, fiscalYearTo: 2570, ${EVERYBODY}) { fiscalYear dimensionNumber planned spent projectCount noBudgetCount }`,
    );
    const { planned, lines } = await sql(
      `SELECT sum(amount)::text AS planned, count(*)::int AS lines FROM "BudgetLine" WHERE disclosure >= $1 AND "fiscalYear" BETWEEN 2566 AND 2570`,
      [floor],
    );
    const total = rows.reduce(
      (cents: bigint, row: { planned: string }) => cents + BigInt(Math.round(Number(row.planned) * 100)),
      0n,
    );
    expect(total).toBe(BigInt(Math.round(Number(planned) * 100)));
    expect(sum(rows, 'projectCount')).toBe(lines);
    expect(rows.some(({ spent }: { spent: string }) => Number(spent) > 0)).toBe(true);
  });

  it('says of every agency what it has handed in, and nothing of a draft', async () => {
    const rows = await ask(
      `completeness(fiscalYear: 2569, ${EVERYBODY}) { code plan riskRegister riskCount ordersInForce }`,
    );
    expect(rows).toHaveLength(76);
    const of = (code: string) => rows.find((row: { code: string }) => row.code === code);
    expect(of('SAMPLE-6')).toMatchObject({ plan: null, riskRegister: null, riskCount: 0 });
    expect(of('SAMPLE-4').riskRegister).toBeNull();
    expect(of('SAMPLE-2').riskRegister).toBe(persona === 'centre' ? 'SUBMITTED' : null);
    expect(of('SAMPLE-1').riskRegister).toBe('APPROVED');
    expect(of('SAMPLE-1').ordersInForce).toBeGreaterThan(0);
  });

  it('keeps to the agencies, kinds, groups and process areas that it is asked about', async () => {
    const real = await ask(
      'riskLevels(fiscalYear: 2567, filter: {agencyKinds: [DISTRICT_OFFICE, DEPARTMENT, OFFICE, LOCAL_GOVERNMENT]}) { key total }',
    );
    expect(real).toEqual([{ key: 'BMA-CHOMTHONG', total: 9 }]);
    const group = await ask(
      'riskLevels(fiscalYear: 2567, groupBy: DISTRICT_GROUP, filter: {districtGroups: [NORTH_THONBURI]}) { key total }',
    );
    expect(group).toEqual([{ key: 'NORTH_THONBURI', total: 9 }]);
    const area = await ask(
      'riskLevels(fiscalYear: 2567, groupBy: PROCESS_AREA, filter: {agencyCodes: ["BMA-CHOMTHONG"], processAreas: [INSPECTION]}) { key total }',
    );
    expect(area).toEqual([{ key: 'INSPECTION', total: 1 }]);
    expect(await ask('riskLevels(fiscalYear: 2567, filter: {agencyCodes: ["NO-SUCH"]}) { key }')).toEqual([]);
  });

  it('takes a list without values for none of them, and an absent one for no condition', async () => {
    const levels = (filter: string) => ask(`riskLevels(fiscalYear: 2567, filter: {${filter}}) { key total }`);
    const all = await ask('riskLevels(fiscalYear: 2567) { key total }');
    expect(all.length).toBeGreaterThan(0);
    for (const part of ['agencyCodes', 'agencyKinds', 'districtGroups', 'processAreas']) {
      expect(await levels(`${part}: []`)).toEqual([]);
      expect(await levels(`${part}: null`)).toEqual(all);
    }
    expect(await levels('')).toEqual(all);
    expect(await levels('agencyCodes: [""]')).toEqual([]);
    expect(await ask('completeness(fiscalYear: 2569, filter: {agencyCodes: []}) { code }')).toEqual([]);
    expect(
      await ask('budgets(fiscalYearFrom: 2566, fiscalYearTo: 2570, filter: {agencyKinds: []}) { planned }'),
    ).toEqual([]);
  });
});

it('gives no mean progress where all mitigations were cancelled: that is not 0 percent', async () => {
  const own = 'filter: {agencyCodes: ["SAMPLE-1"], includeSamples: true}';
  await sql(
    `WITH acting AS (SELECT set_config('app.account', app.registry_account()::text, false))
     UPDATE "Mitigation" m SET status = 'CANCELLED', "doneOn" = NULL, "cancelReasonTh" = 'ไม่ทำแล้ว' FROM acting, "Agency" g
     WHERE g.id = m."agencyId" AND g.code = 'SAMPLE-1' AND m."fiscalYear" = 2568`,
  );
  const { data } = await registry.as('centre')(
    `{ centre { mitigationProgress(fiscalYear: 2568, groupBy: AGENCY, ${own}) { total cancelled averageProgressPercent } } }`,
  );
  const [progress] = data.centre.mitigationProgress;
  expect(progress.total).toBeGreaterThan(0);
  expect(progress).toEqual({ total: progress.total, cancelled: progress.total, averageProgressPercent: null });
});
