import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { statementsOf } from '../kit/statements.ts';
import { planOf, projectsOf } from './plan-client.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ limits: { costMax: Number.MAX_SAFE_INTEGER } });
});
afterAll(async () => registry.stop());

const spending = 'fiscalYear planned knownCount unknownCount spent reportedCount sharePercent';

describe('the plan of document 002 (Mae Dong)', () => {
  it('plans 241,000 baht each year, reports nothing, and agrees with its printed sums', async () => {
    const { data, errors } = await registry.as('maedong-viewer')(
      `{ plans(first: 1) { edges { node { spending { ${spending} } sums { kind dimensionNumber fiscalYear printed computed agrees } dimensions { number budgetTotal(fiscalYear: 2568) budgetNoteEn(fiscalYear: 2568) } } } } }`,
    );
    expect(errors).toEqual([]);
    const [plan] = nodes(data.plans);
    expect(plan.dimensions.map(({ budgetTotal }: { budgetTotal: string | null }) => budgetTotal)).toEqual([
      '101000.00',
      null,
      '10000.00',
      '130000.00',
    ]);
    // Where no amount is stated, it is said why: that is not 0 baht.
    expect(plan.dimensions.map(({ budgetNoteEn }: { budgetNoteEn: string | null }) => budgetNoteEn)).toEqual([
      null,
      'It needs no budget.',
      null,
      null,
    ]);
    for (const [index, year] of plan.spending.entries())
      expect(year).toMatchObject({
        fiscalYear: 2566 + index,
        planned: '241000.00',
        spent: null,
        reportedCount: 0,
        sharePercent: null,
      });
    expect(plan.spending).toHaveLength(5);
    const budgets = plan.sums.filter(
      ({ kind, dimensionNumber, fiscalYear }: Record<string, unknown>) =>
        kind === 'BUDGET_TOTAL' && dimensionNumber === 4 && fiscalYear === 2570,
    );
    expect(budgets).toEqual([expect.objectContaining({ printed: '130000.00', computed: '130000.00', agrees: true })]);
  });
});

describe('a plan whose projects all need no budget (Chom Thong)', () => {
  it('has no total anywhere, and says why: nobody printed 0', async () => {
    const { data, errors } = await registry.as('chomthong-viewer')(
      `{ plans(first: 1) { edges { node { spending { ${spending} } dimensions { projectCount budgetTotal budgetNoteTh budgetNoteEn } sums { kind computed } } } } }`,
    );
    expect(errors).toEqual([]);
    const [plan] = nodes(data.plans);
    expect(plan.dimensions).toHaveLength(4);
    for (const dimension of plan.dimensions)
      expect(dimension).toMatchObject({
        budgetTotal: null,
        budgetNoteTh: 'ไม่ใช้งบประมาณ',
        budgetNoteEn: 'It needs no budget.',
      });
    for (const year of plan.spending)
      expect(year).toMatchObject({ planned: null, spent: null, sharePercent: null, unknownCount: 0 });
    const centre = await registry.as('centre')(
      '{ centre { budgets(fiscalYearFrom: 2567, fiscalYearTo: 2567, filter: {agencyCodes: ["BMA-CHOMTHONG"]}) { planned spent projectCount noBudgetCount } } }',
    );
    const { budgets } = centre.data.centre;
    expect(budgets).toHaveLength(4);
    for (const { projectCount, ...row } of budgets)
      expect(row).toEqual({ planned: null, spent: null, noBudgetCount: projectCount });
  });
});

describe('a project of a sample agency', () => {
  it('shows planned against spent by its latest report, and so does its plan', async () => {
    const plan = await planOf(registry, 'sample-1-viewer');
    const projects = await projectsOf(
      registry,
      'sample-1-viewer',
      plan.id,
      `spending(fiscalYear: 2568) { ${spending} } budgetLines { fiscalYear amount } progressReports { fiscalYear quarter spentAmount }`,
    );
    let [planned, spent] = [0, 0];
    for (const project of projects) {
      const line = project.budgetLines.find(({ fiscalYear }: { fiscalYear: number }) => fiscalYear === 2568);
      const latest = project.progressReports
        .filter(({ fiscalYear }: { fiscalYear: number }) => fiscalYear === 2568)
        .at(-1);
      expect(Number(project.spending.planned)).toBe(Number(line?.amount ?? 0));
      expect(Number(project.spending.spent)).toBe(Number(latest?.spentAmount ?? 0));
      planned += Number(project.spending.planned);
      spent += Number(project.spending.spent);
    }
    const { data } = await registry.as('sample-1-viewer')(
      `query ($id: ID!) { node(id: $id) { ... on Plan { spending { ${spending} } } } }`,
      { id: plan.id },
    );
    const year = data.node.spending.find(({ fiscalYear }: { fiscalYear: number }) => fiscalYear === 2568);
    expect([Number(year.planned), Number(year.spent)]).toEqual([planned, spent]);
    expect(Number(year.sharePercent)).toBeCloseTo((spent / planned) * 100, 1);
  });

  it('shows which indicators met their target, missed it, or were not reported', async () => {
    const plan = await planOf(registry, 'sample-1-viewer');
    const fields = 'indicator { operator threshold } value outcome';
    const projects = await projectsOf(
      registry,
      'sample-1-viewer',
      plan.id,
      `a: indicatorResults(fiscalYear: 2568) { ${fields} } b: indicatorResults(fiscalYear: 2566) { outcome value }`,
    );
    const results = projects.flatMap(({ a }) => a);
    for (const { indicator, value, outcome } of results) {
      if (indicator.operator !== 'GTE') continue;
      const expected =
        value === null ? 'NOT_REPORTED' : Number(value) >= Number(indicator.threshold) ? 'MET' : 'NOT_MET';
      expect(outcome).toBe(expected);
    }
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['MET', 'NOT_MET']));
    for (const { outcome, value } of projects.flatMap(({ b }) => b)) {
      expect(value).toBeNull();
      expect(outcome).toBe('NOT_REPORTED');
    }
  });
});

describe('SQL statements', () => {
  const cost = async (query: string): Promise<number> => {
    await registry.as('centre')(query);
    let failed: string | undefined;
    const statements = await statementsOf(async () => {
      failed = (await registry.as('centre')(query)).errors[0]?.message;
    });
    expect(failed).toBeUndefined();
    return statements.length;
  };

  it.each([
    [
      'projects',
      6,
      (first: number) =>
        `{ projects(first: ${first}, where: {origin: {eq: SAMPLE}}) { edges { node { a: spending(fiscalYear: 2568) { planned } b: spending(fiscalYear: 2567) { spent } indicatorResults(fiscalYear: 2568) { outcome indicator { textTh } } reportsDue { dueOn } openActs statusChanges { act } copiedFrom { id } } } } }`,
    ],
    [
      'plans',
      5,
      (first: number) =>
        `{ plans(first: ${first}) { edges { node { spending { planned spent } sums { agrees } openActs statusChanges { act } copiedFrom { id } } } } }`,
    ],
  ])('are as few for a list of 20 as for a list of 1: %s', async (name, atMost, query) => {
    const costs = [await cost(query(1)), await cost(query(20))];
    console.info(`${name}: ${costs.join(', ')} statements for 1 and 20`);
    expect(costs).toEqual([atMost, atMost]);
  });
});
