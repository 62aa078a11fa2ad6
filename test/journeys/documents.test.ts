import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const agencies = [
  { persona: 'chomthong-viewer', code: 'BMA-CHOMTHONG', document: '000', counts: [5, 7, 7, 3] },
  { persona: 'finance-viewer', code: 'BMA-FINANCE', document: '001', counts: [3, 5, 1, 1] },
  { persona: 'maedong-viewer', code: 'LG-MAEDONG', document: '002', counts: [3, 6, 4, 5] },
  { persona: 'health-viewer', code: 'BMA-HEALTH', document: '003', counts: [1, 2, 0, 1] },
] as const;

const planOf = (code: string) => `{ agency(code: "${code}") { plans(first: 5) { totalCount edges { node {
  titleTh status origin sourceDocument dimensions { number projectCount budgetTotal }
  projects(first: 100) { totalCount edges { node { titleTh origin sourceDocument dimension { number } mission { code } printedCode kind
    steps { textTh textEn children { textTh } } indicators { kind operator threshold unit } budgetLines { fiscalYear status amount } responsibleUnits { nameTh } notes { textTh } } } }
} } } } }`;

describe.each(agencies)('the staff of $code', ({ persona, code, document, counts }) => {
  it(`find the plan of document ${document} with its projects by dimension`, async () => {
    const { data, errors } = await registry.as(persona)(planOf(code));
    expect(errors).toEqual([]);
    const [plan, ...others] = nodes(data.agency.plans);
    expect(others).toEqual([]);
    expect(plan).toMatchObject({ status: 'IMPORTED', origin: 'DOCUMENT', sourceDocument: document });
    expect(plan.dimensions.map(({ projectCount }: { projectCount: number }) => projectCount)).toEqual(counts);
    const projects = nodes(plan.projects);
    expect(
      [1, 2, 3, 4].map((number) => projects.filter(({ dimension }) => dimension.number === number).length),
    ).toEqual(counts);
    for (const project of projects) {
      expect(project).toMatchObject({ origin: 'DOCUMENT', sourceDocument: document });
      expect(project.titleTh).toMatch(/[ก-๙]/);
      for (const { textTh, textEn } of project.steps) {
        expect(textTh).toMatch(/[ก-๙]/);
        expect(textEn).toMatch(/[A-Za-z]/);
      }
    }
  });
});

describe('the staff of Chom Thong', () => {
  it('find the SWOT analysis of FY2567: 4, 6, 5 and 3 items, with lawful factors', async () => {
    const { data } = await registry.as('chomthong-viewer')(
      '{ swotAnalyses(first: 5) { edges { node { fiscalYear status items { quadrant factor textTh } } } } }',
    );
    const [analysis, ...others] = nodes(data.swotAnalyses);
    expect([others, analysis.fiscalYear, analysis.status]).toEqual([[], 2567, 'IMPORTED']);
    const count = (quadrant: string) =>
      analysis.items.filter((item: { quadrant: string }) => item.quadrant === quadrant).length;
    expect(['STRENGTH', 'WEAKNESS', 'OPPORTUNITY', 'THREAT'].map(count)).toEqual([4, 6, 5, 3]);
  });

  it('find nine risks, none with a level that nobody gave, and a finding on each that says so', async () => {
    const { data } = await registry.as('chomthong-viewer')(
      '{ risks(first: 20) { totalCount edges { node { titleTh level score currentAssessment { level } assessments { level } responsibleUnit { nameTh } unitInferred } } } riskRegisters(first: 5) { edges { node { fiscalYear status method { version } riskMatrix { cells { level } unassessedCount } findings { code } } } } }',
    );
    expect(data.risks.totalCount).toBe(9);
    for (const risk of nodes(data.risks))
      expect(risk).toMatchObject({ level: 'UNASSESSED', score: null, currentAssessment: null, assessments: [] });
    const [register] = nodes(data.riskRegisters);
    expect(register).toMatchObject({ fiscalYear: 2567, status: 'IMPORTED', method: null });
    expect(register.riskMatrix).toEqual({ cells: [], unassessedCount: 9 });
    // Each risk is counted once: that the document prints no method is another finding.
    const codes = register.findings.map(({ code }: { code: string }) => code).sort();
    expect(codes.filter((code: string) => code.includes('UNASSESSED'))).toEqual(Array(9).fill('RISK_UNASSESSED'));
    expect(codes).toContain('METHOD_NOT_PRINTED');
  });

  it('find what the document says about delegation, and the sums that do not agree', async () => {
    const { data } = await registry.as('chomthong-viewer')(
      '{ agency(code: "BMA-CHOMTHONG") { delegationMeasures { ordersOperator ordersCountPrinted chainsAreExamples powers project { titleTh } chains { delegatorTh delegatesTh } duties { kind } } findings(first: 100, search: "972") { edges { node { code printed computed messageTh } } } } }',
    );
    const [measure] = data.agency.delegationMeasures;
    expect(measure).toMatchObject({
      // The four orders stand behind "for example": the document sets no number.
      ordersOperator: null,
      ordersCountPrinted: null,
      chainsAreExamples: true,
      powers: ['ORDER', 'PERMIT', 'APPROVE'],
    });
    expect(measure.project.titleTh).toBe('มาตรการออกคำสั่งมอบหมายของสำนักงานเขตจอมทอง');
    expect(measure.duties.map(({ kind }: { kind: string }) => kind)).toEqual([
      'ISSUE_ORDER',
      'CIRCULAR_LETTER',
      'PUBLIC_ANNOUNCEMENT',
      'MONTHLY_REPORT',
    ]);
    expect(nodes(data.agency.findings).some(({ printed, computed }) => printed === '๙๑๖' && computed === '972')).toBe(
      true,
    );
  });
});

describe('the steps of a project', () => {
  it('nest as the documents number them, and a sub-step stands under its step alone', async () => {
    const { data } = await registry.as('centre')(
      '{ projects(first: 100, where: {origin: {eq: DOCUMENT}}) { edges { node { steps { id textTh children { id textTh children { id textTh } } } } } } }',
    );
    const steps = nodes(data.projects).flatMap((project) => project.steps);
    const beneath = (above: any[]) => above.flatMap(({ children }) => children);
    expect([steps.length, beneath(steps).length, beneath(beneath(steps)).length]).toEqual([313, 21, 37]);
  });
});

describe('the staff of Mae Dong', () => {
  it('find the budgets of document 002 by year and dimension, as printed and as computed', async () => {
    const years = [2566, 2567, 2568, 2569, 2570];
    const { data } = await registry.as('maedong-viewer')(
      `{ plans(first: 1) { edges { node { dimensions { number ${years.map((year) => `y${year}: budgetTotal(fiscalYear: ${year})`).join(' ')} } printedFigures { kind dimensionNumber fiscalYear value printedText } } } } }`,
    );
    const [plan] = nodes(data.plans);
    for (const [index, total] of [101_000, 0, 10_000, 130_000].entries()) {
      const dimension = plan.dimensions[index];
      for (const year of years) {
        expect([dimension.number, year, Number(dimension[`y${year}`])]).toEqual([index + 1, year, total]);
        const printed = plan.printedFigures.find(
          (figure: Record<string, unknown>) =>
            figure.kind === 'BUDGET_TOTAL' && figure.dimensionNumber === index + 1 && figure.fiscalYear === year,
        );
        // A dash is not a nought: nobody printed that figure.
        const value = total === 0 ? null : `${total}.00`;
        expect([index + 1, year, printed?.value]).toEqual([index + 1, year, value]);
      }
    }
  });

  it('see where sheet and table disagree, and the cell that is printed ๐,๐๐๐', async () => {
    const { data } = await registry.as('maedong-viewer')(
      '{ findings(first: 100) { edges { node { code severity printed computed fiscalYear project { titleTh } } } } }',
    );
    const codes = new Set(nodes(data.findings).map(({ code }) => code));
    for (const code of [
      'BUDGET_SHEET_TABLE_MISMATCH',
      'MISSING_IN_SUMMARY_TABLE',
      'MISSING_DETAIL_SHEET',
      'MISSION_NUMBER_CONFLICT',
    ])
      expect(codes).toContain(code);
    expect(nodes(data.findings).some(({ printed, fiscalYear }) => printed === '๐,๐๐๐' && fiscalYear === 2570)).toBe(
      true,
    );
  });
});

describe('the anti-corruption centre', () => {
  it('sees all of it side by side in one query', async () => {
    const { data, errors } = await registry.as('centre')(`{
      plans(first: 100, where: {origin: {eq: DOCUMENT}}, orderBy: {field: titleTh}) { totalCount edges { node { agency { code } dimensions { number projectCount budgetTotal } findings { code } } } }
      swotAnalyses(first: 100, where: {origin: {eq: DOCUMENT}}) { edges { node { agency { code } items { quadrant } } } }
      risks(first: 100, where: {origin: {eq: DOCUMENT}}) { totalCount edges { node { agency { code } level } } }
      centre {
        budgets(fiscalYearFrom: 2566, fiscalYearTo: 2570, byAgency: true, filter: {agencyCodes: ["LG-MAEDONG"]}) { agencyCode fiscalYear dimensionNumber planned projectCount }
        riskLevels(fiscalYear: 2567, filter: {agencyCodes: ["BMA-CHOMTHONG"]}) { key total unassessed }
        completeness(fiscalYear: 2567, filter: {agencyKinds: [DISTRICT_OFFICE]}) { code plan riskRegister riskCount }
      }
    }`);
    expect(errors).toEqual([]);
    expect(data.plans.totalCount).toBe(4);
    const counts = Object.fromEntries(
      nodes(data.plans).map(({ agency, dimensions }) => [
        agency.code,
        dimensions.map(({ projectCount }: { projectCount: number }) => projectCount),
      ]),
    );
    expect(counts).toEqual(Object.fromEntries(agencies.map(({ code, counts: expected }) => [code, [...expected]])));
    expect(data.risks.totalCount).toBe(9);
    expect(data.centre.riskLevels).toEqual([{ key: 'BMA-CHOMTHONG', total: 9, unassessed: 9 }]);
    expect(data.centre.completeness).toHaveLength(50);
    expect(data.centre.completeness.filter(({ plan }: { plan: string | null }) => plan !== null)).toEqual([
      { code: 'BMA-CHOMTHONG', plan: 'IMPORTED', riskRegister: 'IMPORTED', riskCount: 9 },
    ]);
    const sums = data.centre.budgets
      .filter(({ fiscalYear }: { fiscalYear: number }) => fiscalYear === 2570)
      .map(({ dimensionNumber, planned }: Record<string, unknown>) => [dimensionNumber, Number(planned)]);
    expect(sums).toEqual([
      [1, 101_000],
      [2, 0],
      [3, 10_000],
      [4, 130_000],
    ]);
  });

  it('knows every district office under its own name and group, and the departments', async () => {
    const { data } = await registry.public(
      '{ a: agencies(first: 100, where: {kind: {eq: DISTRICT_OFFICE}}, orderBy: {field: dopaCode}) { totalCount edges { node { code dopaCode nameTh districtGroup parent { code } } } } b: agencies(first: 1) { totalCount } }',
    );
    expect([data.a.totalCount, data.b.totalCount >= 77]).toEqual([50, true]);
    const offices = nodes(data.a);
    expect(offices.map(({ dopaCode }) => dopaCode)).toEqual(
      Array.from({ length: 50 }, (_unused, index) => 1001 + index),
    );
    for (const { nameTh, parent, districtGroup } of offices) {
      expect(nameTh).toMatch(/^สำนักงานเขต/);
      expect(parent.code).toBe('BMA');
      expect(districtGroup).not.toBeNull();
    }
  });
});

describe('real agencies', () => {
  it('carry nothing that the documents do not say, and sample agencies nothing that does not say it is synthetic', async () => {
    for (const field of [
      'plans',
      'projects',
      'swotAnalyses',
      'riskRegisters',
      'risks',
      'mitigations',
      'delegationOrders',
      'findings',
    ]) {
      const { data } = await registry.as('centre')(
        `{ real: ${field}(first: 1, where: {not: {agency: {kind: {eq: SAMPLE}}}, origin: {in: [SAMPLE, USER]}}) { totalCount } sample: ${field}(first: 1, where: {agency: {kind: {eq: SAMPLE}}, origin: {in: [DOCUMENT, USER]}}) { totalCount } }`,
      );
      expect([field, data.real.totalCount, data.sample.totalCount]).toEqual([field, 0, 0]);
    }
  });
});
