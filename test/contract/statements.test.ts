import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { schema } from '@registry/schema/schema.ts';
import { getNamedType } from 'graphql';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { argumentsOf } from '../kit/schema-walk.ts';
import { batchesOf } from '../kit/statements.ts';
import { machineryOn } from '../kit/switches.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({
    limits: { costMax: Number.MAX_SAFE_INTEGER },
    responseCacheMb: 0,
    switches: machineryOn,
  });
});
afterAll(async () => registry.stop());

const batchesFor = async (persona: string, query: string): Promise<string[][]> => {
  const ask = registry.as(persona);
  // The first time a scope is used its connection learns who it speaks for; that is not what is counted here.
  await ask(query);
  let failed: string | undefined;
  const batches = await batchesOf(async () => {
    const { errors } = await ask(query);
    failed = errors[0]?.message;
  });
  expect(failed).toBeUndefined();
  return batches;
};

const cost = async (persona: string, query: string): Promise<number> =>
  (await batchesFor(persona, query)).flat().length;

/** A query for a page of the given size, and the statements it may cost: one or two for the list, one per field that needs a loader. */
const lists: Readonly<Record<string, readonly [number, (first: number) => string]>> = {
  'risks with agency and mitigations': [
    2,
    (first) =>
      `{ risks(first: ${first}) { totalCount edges { node { titleTh agency { code } mitigations { measureTh status } } } } }`,
  ],
  'risks with everything beneath': [
    6,
    (first) =>
      `{ risks(first: ${first}) { edges { node { titleTh agency { code nameTh } register { method { version levels { level } } } responsibleUnit { nameTh } causes { textTh } assessments { score colour assessedBy method { version } } currentAssessment { level } controls { textTh } mitigations { measureTh ownerUnit { nameTh } ownerPosition { titleTh } project { titleTh plan { titleTh } } } acceptances { isValid } findings { code plan { titleTh } risk { code } riskRegister { fiscalYear } } } } } }`,
  ],
  'projects with everything beneath': [
    1,
    (first) =>
      `{ projects(first: ${first}) { edges { node { titleTh agency { code } plan { titleTh } dimension { number } mission { code } subMission { code } steps { textTh children { textTh } } targetGroups { headcount } budgetLines { amount } indicators { threshold } responsibleUnits { nameTh } notes { textTh } progressReports { spentAmount values { value indicator { textTh } } } findings { code } } } } }`,
  ],
  'plans with dimensions': [
    3,
    (first) =>
      `{ plans(first: ${first}) { edges { node { titleTh framework { version } statements { textTh } printedFigures { value } dimensions { number projectCount budgetTotal(fiscalYear: 2568) } findings { code } } } } }`,
  ],
  'SWOT analyses with links': [
    3,
    (first) =>
      `{ swotAnalyses(first: ${first}) { edges { node { fiscalYear items { textTh risks { titleTh level } projects { titleTh } } } } } }`,
  ],
  'delegation orders with powers and reports': [
    1,
    (first) =>
      `{ delegationOrders(first: ${first}) { edges { node { orderNo status signedByPosition { titleTh } powers { verb delegator { titleTh unit { nameTh } } delegate { titleTh } } monthlyReports { state delegate { titleTh } uses { count power { verb } } } findings { code } } } } }`,
  ],
  mitigations: [
    2,
    (first) =>
      `{ mitigations(first: ${first}) { edges { node { measureTh status risk { titleTh register { fiscalYear } } project { titleTh } } } } }`,
  ],
  findings: [
    7,
    (first) =>
      `{ findings(first: ${first}) { edges { node { code plan { titleTh } project { titleTh } riskRegister { fiscalYear } swotAnalysis { fiscalYear } risk { code } delegationOrder { orderNo } } } } }`,
  ],
  agencies: [
    2,
    (first) =>
      `{ agencies(first: ${first}) { totalCount edges { node { code parent { code } units { nameTh parent { nameTh } } positions { titleTh statutoryPowers { verb } } } } } }`,
  ],
};

/** Every list of records that an operation may begin with, with the arguments that it needs; neither the trail nor what a search finds is one. */
const rootLists = Object.values(schema.getQueryType()?.getFields() ?? {})
  .filter(
    ({ name, type }) => getNamedType(type).name.endsWith('Connection') && !['auditTrail', 'search'].includes(name),
  )
  .map((field) => `${field.name}${argumentsOf(field, 2)}`);

/** Who reads a list that the centre does not. */
const personaOfList: Readonly<Record<string, string>> = {
  trustedDocuments: 'city-admin',
  members: 'sample-1-agency-admin',
  invitations: 'sample-1-agency-admin',
  serviceKeys: 'sample-1-agency-admin',
};

describe('SQL statements', () => {
  it.each(Object.entries(lists))(
    'are as few for a page of 100 as for a page of 1: %s',
    async (name, [atMost, query]) => {
      const costs: number[] = [];
      for (const first of [1, 20, 100]) costs.push(await cost('centre', query(first)));
      console.info(`${name}: ${costs.join(', ')} statements for 1, 20 and 100`);
      expect(Math.max(...costs)).toBeLessThanOrEqual(atMost);
    },
  );

  it('are at most two for 20 risks with agency and mitigations', async () => {
    expect(
      await cost('sample-1-viewer', lists['risks with agency and mitigations']?.[1](20) ?? ''),
    ).toBeLessThanOrEqual(2);
  });

  it('are looked at for every list at the root', () => expect(rootLists.length).toBeGreaterThanOrEqual(12));

  it.each(rootLists)('are two in one batch for a page and the count of all: %s', async (list) => {
    const persona = personaOfList[list.replace(/\(.*/, '')] ?? 'centre';
    const batches = await batchesFor(persona, `{ ${list} { totalCount edges { cursor } } }`);
    expect(batches.map(({ length }) => length)).toEqual([2]);
  });

  it('are three batches for an assessment: what it reads, all that it changes, what it answers', async () => {
    const ask = registry.as('sample-1-editor');
    const { data } = await ask(
      '{ risks(first: 1, where: { register: { status: { in: [DRAFT, APPROVED, PUBLISHED] } } }) { edges { node { id version } } } }',
    );
    const { id, version } = data.risks.edges[0].node;
    const assess = (expectedVersion: number) =>
      ask(
        'mutation ($input: AssessRiskInput!) { assessRisk(input: $input) { risk { version } assessment { level } } }',
        {
          input: {
            riskId: id,
            expectedVersion,
            phase: 'RESIDUAL',
            likelihood: 2,
            impact: 3,
            justificationTh: 'ทบทวนแล้ว',
          },
        },
      );
    const batches = await batchesOf(async () => {
      expect((await assess(version)).data.assessRisk.risk.version).toBe(version + 1);
    });
    expect(batches).toHaveLength(3);
    expect(batches[1]?.at(-1)).toBe('COMMIT');
    // The version that it claims is gone now.
    expect((await assess(version)).errors.map(({ extensions }) => extensions.code)).toEqual(['CONFLICT']);
  });

  it.each([
    'riskMatrix(fiscalYear: 2568) { riskCount }',
    'riskLevels(fiscalYear: 2568, groupBy: DISTRICT_GROUP) { total }',
    'mitigationProgress(fiscalYear: 2568, groupBy: AGENCY) { overdue }',
    'completeness(fiscalYear: 2568) { code plan }',
    'riskLevels(fiscalYearFrom: 2566, fiscalYearTo: 2570) { cells { count where } }',
    'duties(fiscalYear: 2568) { missingAgencyCodes cells { count where } }',
    'agenciesWithoutRisks(fiscalYearFrom: 2566, fiscalYearTo: 2570) { missingAgencyCodes }',
    'xRays { cells { count where } }',
    'missingReports(byAgency: true) { agencyCode cells { count } }',
    'ordersEnding(withinDays: 90) { total { count where } orders { losses { positionTh isHeldOtherwise } } }',
    'earlyWarnings { cells { count where } }',
    'standings(measure: OVERDUE_SHARE, fiscalYear: 2568) { percentile rows { where } }',
    'copiedTexts(fiscalYear: 2568) { texts { agencyCount rows { where } } }',
    'segregationConflicts(byAgency: true) { agencyCode cells { count } }',
    'budgets(fiscalYearFrom: 2566, fiscalYearTo: 2570) { planned spent }',
  ])('are one for an aggregate of the centre: %s', async (field) => {
    expect(await cost('centre', `{ centre { ${field} } }`)).toBe(1);
  });
});
