import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { most } from '@registry/schema/graphql/limits/parts.logic.ts';
import { refusalOf } from '../kit/person.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { draftWithRisk } from '../risk/register-kit.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

/** Each list of parts: the rows, what they belong to, and the most that a cost counts with. */
const parts: [string, string, number][] = [
  ['Unit', '"agencyId"', most.unitsOfAgency],
  ['Oversight', '"overseenId"', most.oversightOfAgency],
  ['Position', '"agencyId"', most.positionsOfAgency],
  ['StatutoryPower', '"positionId"', most.statutoryPowersOfPosition],
  ['StatutoryPower', '"agencyId"', most.statutoryPowersOfAgency],
  ['ActingAppointment', '"agencyId"', most.actingAppointmentsOfAgency],
  ['PlanStatement', '"planId"', most.statementsOfPlan],
  ['PrintedFigure', '"planId"', most.transcribed],
  ['DelegationMeasure', '"agencyId"', most.transcribed],
  ['DelegationChain', '"measureId"', most.transcribed],
  ['DelegationDuty', '"measureId"', most.transcribed],
  ['ProjectNote', '"projectId"', most.transcribed],
  ['ProjectStep', '"projectId", "parentId"', most.stepsOfProject],
  ['TargetGroup', '"projectId"', most.partsOfProject],
  ['Indicator', '"projectId"', most.partsOfProject],
  ['ProjectUnit', '"projectId"', most.partsOfProject],
  ['BudgetLine', '"projectId"', most.yearsOfPlan],
  ['ProgressIndicatorValue', '"reportId"', most.valuesOfReport],
  ['SwotItem', '"analysisId", quadrant', most.itemsOfQuadrant],
  ['SwotItemRisk', '"itemId"', most.linksOfSwotItem],
  ['SwotItemRisk', '"riskId"', most.partsOfRisk],
  ['SwotItemProject', '"itemId"', most.linksOfSwotItem],
  ['Risk', '"registerId"', most.risksOfRegister],
  ['RiskCause', '"riskId"', most.partsOfRisk],
  ['Control', '"riskId"', most.partsOfRisk],
  ['Mitigation', '"riskId"', most.partsOfRisk],
  ['RiskPower', '"riskId"', most.partsOfRisk],
  ['LibraryMeasure', '"libraryRiskId"', most.measuresOfLibraryRisk],
  ['DelegatedPower', '"orderId"', most.linesOfOrder],
  ['PowerUse', '"reportId"', most.usesOfReport],
  ['YearReportItem', '"reportId"', most.itemsOfReport],
  ['YearReportValue', '"itemId"', most.partsOfProject],
  ['YearReportMeasure', '"itemId"', most.partsOfRisk],
  ['PlanSubmission', '"planId"', most.submissionsOfPlan],
  ['Guideline', '"agencyId", "fiscalYear", "indicatorNumber"', most.guidelinesOfIndicator],
  ['GuidelineResult', '"agencyId", "fiscalYear", "indicatorNumber"', most.resultsOfIndicator],
  ['GuidelineResultPart', '"resultId"', most.partsOfResult],
  ['FrameworkDimension', '"frameworkId"', most.partsOfFramework],
  ['FrameworkMission', '"dimensionId"', most.partsOfFramework],
  ['FrameworkSubMission', '"missionId"', most.partsOfFramework],
  ['RiskMethodLevel', '"methodId"', most.levelsOfMethod],
  ['RiskMethod', '(code IS NULL)', most.riskMethods],
  ['LegalClock', '(code IS NULL)', most.legalClocks],
  ['DocumentRule', '(code IS NULL)', most.documentRules],
];

describe('the parts of records', () => {
  it.each(parts)('%s by %s: none that is stored has more than a cost counts with', async (table, by, max) => {
    const [row] = await registry.rows<{ count: number }>(
      `SELECT coalesce(max(n), 0)::int AS count FROM (SELECT count(*) AS n FROM "${table}" GROUP BY ${by}) counted`,
    );
    expect(row?.count).toBeLessThanOrEqual(max);
  });

  it('are refused where there is no room for another, and nothing is added', async () => {
    const editor = registry.person('sample-1-editor');
    const { risk } = await draftWithRisk(editor, 2571);
    const add = () =>
      editor.tries('addControl', { riskId: risk.id, textTh: 'สอบทาน', effectiveness: 'FAIR' }, 'control { id }');
    const added = await Promise.all(Array.from({ length: most.partsOfRisk }, add));
    expect(added.flatMap(({ errors }) => errors)).toEqual([]);
    expect(refusalOf(await add())).toEqual(['INVALID_INPUT', 'riskId']);
    const { data } = await editor.ask('query ($id: ID!) { node(id: $id) { ... on Risk { controls { id } } } }', {
      id: risk.id,
    });
    expect(data.node.controls).toHaveLength(most.partsOfRisk);
  });
});
