import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { namesIn } from '@registry/schema/base/meaning.logic.ts';
import { processAreaMeanings } from '@registry/schema/taxonomy/process-area.logic.ts';
import { asSuperuser } from '../kit/database-copy.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { groupsOf } from './plain-groups.ts';
import { groupedQuery, rowsOf, toldOf } from './questions.ts';
import { specs } from './specs.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const ask = async (query: string, persona = 'centre') => {
  const { data, errors } = await registry.as(persona)(query);
  expect(errors).toEqual([]);
  return data;
};

describe('a question across the registers is one grouping', () => {
  it('budget by dimension, year and agency', async () => {
    const { budgetLinesGrouped } = await ask(`{
      budgetLinesGrouped(groupBy: [dimension, fiscalYear, agency], first: 1000, where: {project: {agency: {code: {eq: "BMA-CHOMTHONG"}}}}) {
        groupCount groups { keys { dimension fiscalYear agency { code } } labels { key th en } count countDistinct { projects } sum { amount } }
      }
    }`);
    expect(budgetLinesGrouped.groupCount).toBeGreaterThan(0);
    const [group] = budgetLinesGrouped.groups;
    expect(group.keys.agency).toEqual({ code: 'BMA-CHOMTHONG' });
    expect(group.labels.map(({ key }: any) => key)).toEqual(['dimension', 'fiscalYear', 'agency']);
    expect(group.labels[0].th).toMatch(/^มิติที่ 1 ./);
    expect(group.labels[0].en).toMatch(/^Dimension 1 ./);
    // The same dimension and year, as the plan itself adds it up.
    const { plans } = await ask(
      '{ plans(first: 1, where: {agency: {code: {eq: "BMA-CHOMTHONG"}}}) { edges { node { fiscalYearFrom dimensions { number budgetTotal(fiscalYear: 2568) } } } } }',
    );
    const totals = budgetLinesGrouped.groups
      .filter(({ keys }: any) => keys.fiscalYear === 2568)
      .map(({ keys, sum }: any) => [keys.dimension, sum.amount]);
    const printed = plans.edges[0].node.dimensions.map(({ number, budgetTotal }: any) => [number, budgetTotal]);
    expect(printed).toEqual(expect.arrayContaining(totals));
  });

  it('risks without an assessment by process area, with Thai labels', async () => {
    const { risksGrouped } = await ask(`{
      risksGrouped(groupBy: [processArea], where: {level: {eq: UNASSESSED}}, orderBy: [{field: count, direction: DESC}], first: 50) {
        groups { keys { processArea level } labels { th en } count avg { score } }
      }
    }`);
    const counts = risksGrouped.groups.map(({ count }: any) => count);
    expect(counts.length).toBeGreaterThan(1);
    expect(counts).toEqual([...counts].sort((one, other) => other - one));
    const meanings = new Map<string, string>(Object.entries(processAreaMeanings));
    for (const { keys, labels, avg } of risksGrouped.groups) {
      expect(labels).toEqual([namesIn(meanings.get(keys.processArea) ?? '')]);
      expect([keys.level, avg.score]).toEqual([null, null]);
    }
  });

  it('mean score by district group over five years', async () => {
    const { risksGrouped } = await ask(`{
      risksGrouped(groupBy: [districtGroup, fiscalYear], where: {fiscalYear: {gte: 2565, lte: 2569}}, having: {avg: {score: {gt: "0"}}}, first: 100) {
        groups { keys { districtGroup fiscalYear } labels { th } avg { score } median { score } }
      }
    }`);
    expect(risksGrouped.groups.length).toBeGreaterThan(0);
    for (const { avg } of risksGrouped.groups) expect(avg.score).toMatch(/^\d+\.\d\d$/);
    // Agencies outside the groups are a group of their own.
    const outside = risksGrouped.groups.filter(({ keys }: any) => keys.districtGroup === null);
    for (const { labels } of outside) expect(labels[0].th).toBe('ไม่ระบุ');
    expect(outside.length).toBeGreaterThan(0);
  });

  it('levels by agency', async () => {
    const { risksGrouped } = await ask(
      '{ risksGrouped(groupBy: [agency, level], first: 1000) { groups { keys { agency { code nameTh nameEn } level } count } } }',
      'sample-1-viewer',
    );
    const levels = risksGrouped.groups.map(({ keys }: any) => keys.level);
    expect(new Set(risksGrouped.groups.map(({ keys }: any) => keys.agency.code))).toEqual(new Set(['SAMPLE-1']));
    expect(levels).toEqual(['UNASSESSED', 'LOW', 'MEDIUM', 'HIGH', 'EXTREME'].filter((each) => levels.includes(each)));
  });

  it('mitigations by status and month due', async () => {
    const { mitigationsGrouped } = await ask(
      '{ mitigationsGrouped(groupBy: [status, dueMonth], first: 1000) { groups { keys { status dueMonth } labels { th en } count where } } }',
    );
    const september = mitigationsGrouped.groups.find(({ keys }: any) => keys.dueMonth.endsWith('-09-01'));
    const year = Number(september.keys.dueMonth.slice(0, 4));
    expect(september.labels[1]).toEqual({ th: `กันยายน ${year + 543}`, en: `September ${year}` });
    expect(september.where.and[1]).toEqual({ dueOn: { gte: `${year}-09-01`, lte: `${year}-09-30` } });
  });

  it('orders by state of expiry and year', async () => {
    const { delegationOrdersGrouped } = await ask(
      '{ delegationOrdersGrouped(groupBy: [status, year], first: 100) { groups { keys { status year } labels { th en } count } } }',
    );
    const [order] = delegationOrdersGrouped.groups.filter(({ keys }: any) => keys.status === 'EXPIRED');
    expect(order.labels).toEqual([
      { th: 'พ้นกำหนด', en: expect.any(String) },
      { th: `พ.ศ. ${order.keys.year}`, en: `B.E. ${order.keys.year}` },
    ]);
  });
});

describe('a grouping', () => {
  it('is exact to the hundredth of the largest amounts', async () => {
    await asSuperuser(
      registry.database.superuser,
      `SET session_replication_role = replica;
       UPDATE "BudgetLine" SET amount = 9999999999999.99 - "fiscalYear" % 7 * 0.01 WHERE amount IS NOT NULL`,
    );
    const spec = specs.find(({ list }) => list === 'budgetLines');
    if (!spec) throw new Error('Budget lines are grouped.');
    const asked = { groupBy: ['fiscalYear'], having: [], orderBy: [], first: 100 };
    const { data } = await registry.as('centre')(groupedQuery(spec), { ...asked, having: {} });
    const expected = groupsOf(await rowsOf(registry.as('centre'), spec), spec, asked, (_key, value) => value ?? '');
    expect(data.budgetLinesGrouped.groups.map((group: any) => toldOf(spec, asked.groupBy, group))).toEqual(
      expected.groups.map(({ keys, figures }) => ({ keys, figures })),
    );
    expect(data.budgetLinesGrouped.groups[0].sum.amount).toMatch(/^\d{14,}\.\d\d$/);
  });

  const problems = async (args: string) => {
    const { data, errors } = await registry.as('centre')(`{ risksGrouped(${args}) { groupCount } }`);
    expect(data).toEqual({ risksGrouped: null });
    expect(errors[0]?.extensions.code).toBe('INVALID_INPUT');
    return errors[0]?.extensions.fields.map(({ field }: any) => field);
  };

  it('is refused when it contradicts itself, by the name of what is wrong', async () => {
    expect(await problems('groupBy: [], first: 1')).toEqual(['groupBy']);
    expect(await problems('groupBy: [level, level], first: 1')).toEqual(['groupBy']);
    expect(await problems('groupBy: [agency, level, origin, itaArea, fiscalYear, processArea], first: 1')).toEqual([
      'groupBy',
    ]);
    expect(await problems('groupBy: [level], first: 0')).toEqual(['first']);
    expect(await problems('groupBy: [level], first: 1001')).toEqual(['first']);
    expect(await problems('groupBy: [level], first: 1, orderBy: [{field: agency}]')).toEqual(['orderBy[0].field']);
    expect(await problems('groupBy: [level], first: 1, orderBy: [{field: level}, {field: level}]')).toEqual([
      'orderBy',
    ]);
  });

  it('leaves the answers beside it when it is refused', async () => {
    const { data } = await registry.as('centre')(
      '{ risksGrouped(groupBy: [], first: 1) { groupCount } risks(first: 1) { totalCount } }',
    );
    expect(data).toEqual({ risksGrouped: null, risks: { totalCount: expect.any(Number) } });
  });

  it('gives the conditions that it was asked with to each of its groups', async () => {
    const where = '{fiscalYear: {eq: 2568}, and: [{level: {in: [LOW, HIGH]}}], not: {agency: {kind: {eq: OFFICE}}}}';
    const { risksGrouped } = await ask(
      `{ risksGrouped(groupBy: [level], where: ${where}, first: 9) { groups { count where } } }`,
    );
    const [group] = risksGrouped.groups;
    expect(group.where).toEqual({
      fiscalYear: { eq: 2568 },
      and: [{ level: { in: ['LOW', 'HIGH'] } }, { level: { eq: expect.any(String) } }],
      not: { agency: { kind: { eq: 'OFFICE' } } },
    });
    const { data } = await registry.as('centre')('query ($where: RiskWhere) { risks(where: $where) { totalCount } }', {
      where: group.where,
    });
    expect(data.risks.totalCount).toBe(group.count);
  });

  it('counts all groups where fewer are asked for', async () => {
    const { all, one } = await ask(`{
      all: risksGrouped(groupBy: [agency], first: 1000) { groupCount groups { count } }
      one: risksGrouped(groupBy: [agency], first: 1) { groupCount groups { count } }
    }`);
    expect(all.groups).toHaveLength(all.groupCount);
    expect(one).toEqual({ groupCount: all.groupCount, groups: all.groups.slice(0, 1) });
  });

  it('says which groups have rows of invented agencies, and beside the answer that there are some', async () => {
    const byAgency = async (kinds: string) => {
      const { data, extensions } = await registry.as('centre')(
        `{ risksGrouped(groupBy: [agency], where: {agency: {kind: {in: [${kinds}]}}}, first: 1000) { groups { keys { agency { code } } isSample } } }`,
      );
      const said = data.risksGrouped.groups.map(({ keys, isSample }: any) => [keys.agency.code, isSample]);
      return { said, notices: (extensions.notices ?? []).map(({ code }: any) => code) };
    };
    const both = await byAgency('SAMPLE, DISTRICT_OFFICE');
    expect(both.said).toContainEqual(['BMA-CHOMTHONG', false]);
    expect(both.said).toContainEqual(['SAMPLE-1', true]);
    expect(both.notices).toEqual(['BUILT_ON_SAMPLES']);
    expect(await byAgency('DISTRICT_OFFICE')).toEqual({ said: [['BMA-CHOMTHONG', false]], notices: [] });
  });

  it('of no rows has no groups', async () => {
    const { risksGrouped } = await ask(
      '{ risksGrouped(groupBy: [level], where: {code: {eq: "none"}}, first: 5) { groupCount groups { count } } }',
    );
    expect(risksGrouped).toEqual({ groupCount: 0, groups: [] });
  });

  it('is refused for its cost before it runs when groups repeat too many conditions', async () => {
    const wide = Array.from({ length: 240 }, (_unused, place) => ({ code: { eq: `R${place}` } }));
    const { errors } = await registry.as('centre')(
      'query ($where: RiskWhere) { risksGrouped(groupBy: [level], where: $where, first: 1000) { groups { a: where b: where } } }',
      { where: { or: wide } },
    );
    expect(errors[0]?.extensions.code).toBe('QUERY_TOO_COSTLY');
  });
});
