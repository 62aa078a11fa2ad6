import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const found = async (persona: string) => {
  const { data, errors } = await registry.as(persona)(
    '{ findings(first: 100, where: { code: { startsWith: "ITA_" } }) { edges { node { code severity printed computed fiscalYear messageEn } } } }',
  );
  expect(errors).toEqual([]);
  return nodes(data.findings);
};

const announced = {
  fiscalYear: 2566,
  totalPrinted: '97.21',
  gradePrinted: 'ผ่านดีเยี่ยม',
  instruments: [
    { instrument: 'IIT', scorePrinted: '94.68', weightedPrinted: '28.40' },
    { instrument: 'EIT', scorePrinted: '96.04', weightedPrinted: '28.91' },
    { instrument: 'OIT', scorePrinted: '100', weightedPrinted: '40.00' },
  ],
  indicators: ['96.71', '92.96', '94.7', '95.28', '92.84', '97.59', '95.24', '94.81', '100.00', '100.00'].map(
    (averagePrinted, index) => ({ number: index + 1, averagePrinted }),
  ),
  respondentTables: [
    {
      number: '2.1',
      instrument: 'IIT',
      titleTh: 'แยกตามอายุ',
      totalCountPrinted: 3,
      totalPercentPrinted: '100.00',
      rows: ['ก', 'ข', 'ค'].map((labelTh) => ({ labelTh, countPrinted: 1, percentPrinted: '33.33' })),
    },
    {
      number: '2.8',
      instrument: 'EIT',
      titleTh: 'แยกตามเรื่อง',
      totalCountPrinted: 10,
      totalPercentPrinted: '100.00',
      rows: [
        { labelTh: 'ก', countPrinted: 10, percentPrinted: '100.00' },
        { labelTh: 'ข', countPrinted: 2, percentPrinted: '21.00' },
      ],
    },
  ],
};

it('each disagreement of a confirmed result is a finding as grave as it is, and none where figures agree', async () => {
  const before = await found('sample-2-viewer');
  expect(before).toEqual([]);
  const { assessment } = await registry
    .person('sample-2-editor')
    .does('addItaAssessment', announced, 'assessment { id }');
  expect(await found('sample-2-viewer')).toEqual([]);
  await registry
    .person('sample-2-approver')
    .does('recordItaAssessment', { entryId: assessment.id, expectedVersion: 1 });
  const findings = await found('sample-2-viewer');
  expect(
    findings.map(({ code, severity, printed, computed }: any) => [code, severity, printed, computed]).sort(),
  ).toEqual([
    ['ITA_GRADE_DIFFERS', 'ERROR', 'ผ่านดีเยี่ยม', 'ผ่านดี'],
    ['ITA_PERCENTAGES_DIFFER', 'WARNING', '100.00', '121.00'],
    ['ITA_PERCENTAGES_ROUNDED', 'INFO', '100.00', '99.99'],
    ['ITA_PERCENTAGE_DIFFERS', 'WARNING', '21.00', '20.00'],
    ['ITA_RESPONDENTS_DIFFER', 'ERROR', '10', '12'],
    ['ITA_SCORE_DIFFERS', 'ERROR', '94.68', '94.50'],
    ['ITA_SCORE_DIFFERS', 'ERROR', '96.04', '95.88'],
    ['ITA_TOTAL_DIFFERS', 'ERROR', '97.21', '97.11'],
    ['ITA_WEIGHTED_SCORE_DIFFERS', 'ERROR', '28.91', '28.81'],
  ]);
  expect(new Set(findings.map(({ fiscalYear }: any) => fiscalYear))).toEqual(new Set([2566]));
});

it('the centre reads every agency of a year in one table: the best first, what blocks it, and how it came there', async () => {
  const { data, errors } = await registry.as('centre')(
    `{ centre { itaTable(fiscalYear: 2568, filter: { agencyKinds: [SAMPLE], includeNotOverseen: true }) { agencyCode total grade gapPoints blockingInstrument gapTotal percentile trend { fiscalYear total change } isSample } } }`,
  );
  expect(errors).toEqual([]);
  const rows: any[] = data.centre.itaTable;
  const totals = rows.map(({ total }) => Number(total));
  expect(rows.length).toBe(6);
  expect(totals).toEqual([...totals].sort((one, other) => other - one));
  for (const row of rows) {
    const trend: any[] = row.trend.slice(-2);
    expect(trend.map(({ fiscalYear }) => fiscalYear)).toEqual([2567, 2568]);
    const [earlier = 0, later = 0] = trend.map(({ total }) => Number(total));
    expect(Number(trend[1].change)).toBeCloseTo(later - earlier, 5);
    expect(row.grade).not.toBeNull();
    if (row.gapTotal !== null) expect(Number(row.gapTotal)).toBeGreaterThanOrEqual(Number(row.total));
  }
  expect(rows[0].percentile).toBeGreaterThan(rows[5].percentile);
  const empty = await registry.as('analyst')('{ centre { itaTable(fiscalYear: 2560) { total trend { total } } } }');
  expect(new Set(empty.data.centre.itaTable.map(({ total }: any) => total))).toEqual(new Set([null]));
});
