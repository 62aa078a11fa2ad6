import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const editor = () => registry.person('sample-2-editor');
const approver = () => registry.person('sample-2-approver');
const shown =
  'assessment { id version status total totalComputed grade gradeCode instruments { code scorePrinted } indicators { number averagePrinted } respondentTables { number rows { countPrinted } } }';

const whole = {
  fiscalYear: 2566,
  totalPrinted: '๘๘.๙๘',
  gradePrinted: 'ผ่าน',
  announcementUrl: 'https://example.go.th/ita',
  instruments: [
    { instrument: 'IIT', scorePrinted: '82.44' },
    { instrument: 'EIT', scorePrinted: '90.00' },
    { instrument: 'OIT', scorePrinted: '93.12' },
  ],
};

const seenByCentre = async (id: string) =>
  (await registry.as('centre')('query ($id: ID!) { node(id: $id) { id } }', { id })).data.node;

describe('an ITA result', () => {
  it('is drafted, corrected, confirmed and published; the centre sees it once an approver has confirmed it', async () => {
    const { assessment } = await editor().does('addItaAssessment', whole, shown);
    expect(assessment).toMatchObject({ status: 'DRAFT', total: '88.98', grade: 'ผ่าน', gradeCode: 'PASS' });
    expect(await seenByCentre(assessment.id)).toBeNull();
    const averages = Array.from({ length: 10 }, (_, index) => ({ number: index + 1, averagePrinted: '90.5' }));
    const edited = await editor().does(
      'editItaAssessment',
      { assessmentId: assessment.id, expectedVersion: 1, totalPrinted: null, instruments: [], indicators: averages },
      shown,
    );
    expect(edited.assessment).toMatchObject({ total: '90.50', totalComputed: '90.50', grade: 'ผ่านดี', version: 2 });
    await approver().does('recordItaAssessment', { entryId: assessment.id, expectedVersion: 2 });
    expect(await seenByCentre(assessment.id)).toEqual({ id: assessment.id });
    const change = { assessmentId: assessment.id, expectedVersion: 3, noteTh: 'แก้' };
    expect(await editor().isRefused('editItaAssessment', change)).toEqual(['ILLEGAL_TRANSITION']);
    const publication = { publishedOn: '2026-10-01', channels: ['WEBSITE'], address: 'https://example.go.th/ita' };
    await approver().does('publishItaAssessment', { entryId: assessment.id, expectedVersion: 3, ...publication });
    const opening = { entryId: assessment.id, expectedVersion: 4, reason: 'พิมพ์คะแนนผิด' };
    const { assessment: opened } = await approver().does('correctItaAssessment', opening, shown);
    expect(opened.status).toBe('CORRECTING');
    expect(await seenByCentre(assessment.id)).toEqual({ id: assessment.id });
  });

  it('is refused with everything that is wrong with it, in one answer', async () => {
    const table = { number: '2.1', instrument: 'IIT', titleTh: 'แยกตามอายุ' };
    const row = { labelTh: 'ชาย', countPrinted: -1, percentPrinted: 'ครึ่งหนึ่ง' };
    const wrong = {
      fiscalYear: 2570,
      totalPrinted: '100.01',
      announcementUrl: 'ita',
      instruments: [{ instrument: 'IIT', scorePrinted: '-1' }, { instrument: 'IIT' }],
      indicators: [{ number: 11, averagePrinted: '101' }],
      respondentTables: [
        { ...table, rows: [row] },
        { ...table, rows: [] },
      ],
    };
    const [code, ...fields] = await editor().isRefused('addItaAssessment', wrong);
    expect(code).toBe('INVALID_INPUT');
    expect(fields.sort()).toEqual(
      [
        'announcementUrl',
        'indicators[0].averagePrinted',
        'indicators[0].number',
        'instruments[0].scorePrinted',
        'instruments[1].instrument',
        'respondentTables[0].rows[0].countPrinted',
        'respondentTables[0].rows[0].percentPrinted',
        'respondentTables[1].number',
        'totalPrinted',
      ].sort(),
    );
  });

  it.each([
    ['of a year that has one', 'sample-1-editor', { fiscalYear: 2567 }, 'YEAR_TAKEN'],
    ['of a year whose rules nobody knows', 'sample-1-editor', { fiscalYear: 2550 }, 'NO_RULES_OF_YEAR'],
    ['of a year to come', 'sample-1-editor', { fiscalYear: 2599 }, 'YEAR_NOT_BEGUN'],
  ])('%s is refused', async (_what, persona, input, code) => {
    const { errors } = await registry.person(persona).tries('addItaAssessment', input);
    expect(errors[0]?.extensions.fields).toEqual([expect.objectContaining({ field: 'fiscalYear', code })]);
  });

  it('of another agency looks like none', async () => {
    const { data } = await registry.as('centre')(
      '{ itaAssessments(first: 1, where: { agency: { code: { eq: "SAMPLE-1" } } }) { edges { node { id version } } } }',
    );
    const [{ id, version }] = nodes(data.itaAssessments);
    const refused = await editor().isRefused('editItaAssessment', { assessmentId: id, expectedVersion: version });
    expect(refused).toEqual(['NOT_FOUND', 'assessmentId']);
  });
});

it('what the database grades is what the rules in code give, for every result there is', async () => {
  const { data } = await registry.as('centre')(
    '{ itaAssessments(first: 100) { edges { node { total totalPrinted totalComputed grade gradeCode ruleSet { grades { code nameTh } } } } } }',
  );
  const all = nodes(data.itaAssessments);
  expect(all.length).toBeGreaterThan(15);
  for (const { total, totalPrinted, totalComputed, grade, gradeCode, ruleSet } of all) {
    expect(total).toBe(totalPrinted === null ? totalComputed : Number(totalPrinted).toFixed(2));
    expect(ruleSet.grades.find(({ code }: any) => code === gradeCode)?.nameTh ?? null).toBe(grade);
  }
});

it('results are counted and averaged by year and grade, each group with its rows', async () => {
  const { data, errors } = await registry.as('centre')(
    '{ itaAssessmentsGrouped(groupBy: [fiscalYear], first: 10, where: { agency: { kind: { eq: SAMPLE } } }) { groups { keys { fiscalYear } count avg { total } } } }',
  );
  expect(errors).toEqual([]);
  const groups: any[] = data.itaAssessmentsGrouped.groups;
  expect(groups.find(({ keys }) => keys.fiscalYear === 2567)).toMatchObject({ count: 6 });
});
