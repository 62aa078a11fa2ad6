import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { statementsOf } from '../kit/statements.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const cost = async (persona: string, query: string): Promise<number> => {
  const ask = registry.as(persona);
  // The first time a scope is used its connection learns who it speaks for; that is not what is counted here.
  await ask(query);
  let failed: string | undefined;
  const statements = await statementsOf(async () => {
    const { errors } = await ask(query);
    failed = errors[0]?.message;
  });
  expect(failed).toBeUndefined();
  return statements.length;
};

const lists: Readonly<Record<string, (first: number) => string>> = {
  'risks with agency and mitigations': (first) =>
    `{ risks(first: ${first}) { totalCount edges { node { titleTh agency { code } mitigations { measureTh status } } } } }`,
  'risks with everything beneath': (first) =>
    `{ risks(first: ${first}) { edges { node { titleTh agency { code nameTh } register { method { version levels { level } } } responsibleUnit { nameTh } causes { textTh } assessments { score colour assessedBy method { version } } currentAssessment { level } controls { textTh } mitigations { measureTh ownerUnit { nameTh } ownerPosition { titleTh } project { titleTh plan { titleTh } } } acceptances { isValid } findings { code plan { titleTh } risk { code } riskRegister { fiscalYear } } } } } }`,
  'projects with everything beneath': (first) =>
    `{ projects(first: ${first}) { edges { node { titleTh agency { code } plan { titleTh } dimension { number } mission { code } subMission { code } steps { textTh children { textTh } } targetGroups { headcount } budgetLines { amount } indicators { threshold } responsibleUnits { nameTh } notes { textTh } progressReports { spentAmount values { value indicator { textTh } } } findings { code } } } } }`,
  'plans with dimensions': (first) =>
    `{ plans(first: ${first}) { edges { node { titleTh framework { version } statements { textTh } printedFigures { value } dimensions { number projectCount budgetTotal(fiscalYear: 2568) } findings { code } } } } }`,
  'SWOT analyses with links': (first) =>
    `{ swotAnalyses(first: ${first}) { edges { node { fiscalYear items { textTh risks { titleTh level } projects { titleTh } } } } } }`,
  'delegation orders with powers and reports': (first) =>
    `{ delegationOrders(first: ${first}) { edges { node { orderNo status signedByPosition { titleTh } powers { verb delegator { titleTh unit { nameTh } } delegate { titleTh } } monthlyReports { state delegate { titleTh } uses { count power { verb } } } findings { code } } } } }`,
  mitigations: (first) =>
    `{ mitigations(first: ${first}) { edges { node { measureTh status risk { titleTh register { fiscalYear } } project { titleTh } } } } }`,
  findings: (first) =>
    `{ findings(first: ${first}) { edges { node { code plan { titleTh } project { titleTh } riskRegister { fiscalYear } swotAnalysis { fiscalYear } risk { code } delegationOrder { orderNo } } } } }`,
  agencies: (first) =>
    `{ agencies(first: ${first}) { totalCount edges { node { code parent { code } units { nameTh parent { nameTh } } positions { titleTh statutoryPowers { verb } } } } } }`,
};

describe('SQL statements', () => {
  it.each(Object.entries(lists))('are as many for a page of 20 as for a page of 1: %s', async (name, query) => {
    const [one, twenty] = [await cost('centre', query(1)), await cost('centre', query(20))];
    console.info(`${name}: ${one} statements for 1, ${twenty} for 20`);
    expect(twenty).toBeLessThanOrEqual(Math.max(one, await cost('centre', query(2)), await cost('centre', query(5))));
  });

  it('are at most two for 20 risks with agency and mitigations', async () => {
    expect(await cost('sample-1-viewer', lists['risks with agency and mitigations']?.(20) ?? '')).toBeLessThanOrEqual(
      2,
    );
  });

  it.each([
    'riskMatrix(fiscalYear: 2568) { riskCount }',
    'riskLevels(fiscalYear: 2568, groupBy: DISTRICT_GROUP) { total }',
    'mitigationProgress(fiscalYear: 2568, groupBy: AGENCY) { overdue }',
    'completeness(fiscalYear: 2568) { code plan }',
    'budgets(fiscalYearFrom: 2566, fiscalYearTo: 2570) { planned spent }',
  ])('are one for an aggregate of the centre: %s', async (field) => {
    expect(await cost('centre', `{ centre { ${field} } }`)).toBe(1);
  });
});
