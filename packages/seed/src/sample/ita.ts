import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { EntryStatus, ItaInstrumentCode } from '@registry/prisma/generated/client/enums.ts';
import { type SampleAgency, sampleAgencies } from '../reference/sample-agencies.ts';
import { agencyId, itaIndicatorId, itaRuleSetId } from '../rows/identifiers.ts';
import { noRows, type TenantRows } from '../rows/tenant-rows.ts';
import { writeTenantRows } from '../rows/write-tenant-rows.ts';
import { identifierOf } from './identifier-of.ts';
import { createRandom } from './random.ts';

const ruleSet = 'ITA-2566';
const years = [2567, 2568, 2569] as const;
type Year = (typeof years)[number];

/** Indicators of each instrument, with the share in hundredths that one of them has in the total: the weight over their number. */
const instruments: readonly { code: ItaInstrumentCode; indicators: readonly number[]; share: number }[] = [
  { code: 'IIT', indicators: [1, 2, 3, 4, 5], share: 6 },
  { code: 'EIT', indicators: [6, 7, 8], share: 10 },
  { code: 'OIT', indicators: [9, 10], share: 20 },
];

/** How far the latest result has come, by the number of the agency; every earlier one is published. The last agency has none yet. */
const latest: Readonly<Record<number, EntryStatus>> = {
  1: 'RECORDED',
  2: 'DRAFT',
  3: 'CORRECTING',
  4: 'PUBLISHED',
  5: 'RECORDED',
};

const statusOf = (agency: SampleAgency, year: Year): EntryStatus | undefined =>
  year === 2569 ? latest[agency.number] : 'PUBLISHED';

const decimal = (hundredths: number): string => (hundredths / 100).toFixed(2);

function gradeWord(total: number, scores: readonly number[]): string {
  if (total < 7000) return 'ต้องปรับปรุงโดยด่วน';
  if (total < 8500) return 'ต้องปรับปรุง';
  const least = Math.min(total, ...scores);
  if (least >= 9500) return 'ผ่านดีเยี่ยม';
  return least >= 8500 ? 'ผ่านดี' : 'ผ่าน';
}

/** An invented result: averages that rise from year to year, and what follows from them. */
function addResult(agency: SampleAgency, fiscalYear: Year, status: EntryStatus, rows: TenantRows): void {
  const random = createRandom(`ita:${agency.code}:${fiscalYear}`);
  const id = identifierOf(agency.code, 'ita-assessment', fiscalYear);
  const own = { agencyId: agencyId(agency.code), assessmentId: id };
  const base = 7600 + agency.number * 180 + (fiscalYear - 2567) * 320;
  const scored = instruments.map(({ code, indicators, share }) => {
    const averages = indicators.map((number) => ({ number, average: Math.min(base + random.whole(0, 900), 10_000) }));
    const sum = averages.reduce((all, { average }) => all + average, 0);
    return { code, averages, indicators, share, score: Math.round(sum / averages.length), part: sum * share };
  });
  const total = Math.round(scored.reduce((sum, { part }) => sum + part, 0) / 100);
  rows.itaAssessment.push({
    id,
    agencyId: own.agencyId,
    fiscalYear,
    ruleSetId: itaRuleSetId(ruleSet),
    totalPrinted: decimal(total),
    gradePrinted: gradeWord(
      total,
      scored.map(({ score }) => score),
    ),
    announcementUrl: `https://example.org/ita/${fiscalYear}/${agency.number}`,
    noteTh: 'ข้อมูลสมมติเพื่อทดลองใช้',
    status,
    origin: 'SAMPLE',
    ...(status === 'PUBLISHED' && {
      publishedOn: new Date(Date.UTC(fiscalYear - 543, 8, 15)),
      publicationChannels: ['WEBSITE' as const],
      publicationAddress: `https://example.org/ita/${agency.number}/${fiscalYear}`,
    }),
  });
  for (const { code, averages, indicators, share, score } of scored) {
    rows.itaInstrumentScore.push({
      id: identifierOf(agency.code, 'ita-instrument-score', fiscalYear, code),
      ...own,
      code,
      scorePrinted: decimal(score),
      weightedPrinted: decimal(Math.round((score * share * indicators.length) / 100)),
      respondentCount: code === 'OIT' ? null : random.whole(80, 400),
    });
    for (const { number, average } of averages)
      rows.itaIndicatorScore.push({
        id: identifierOf(agency.code, 'ita-indicator-score', fiscalYear, number),
        ...own,
        indicatorId: itaIndicatorId(ruleSet, number),
        averagePrinted: decimal(average),
      });
  }
  addRespondents(agency, fiscalYear, own, rows);
}

type Own = { readonly agencyId: string; readonly assessmentId: string };

function addRespondents(agency: SampleAgency, fiscalYear: Year, own: Own, rows: TenantRows): void {
  if (fiscalYear !== 2569) return;
  const tableId = identifierOf(agency.code, 'ita-respondent-table', fiscalYear, '2.1');
  rows.itaRespondentTable.push({
    id: tableId,
    ...own,
    number: '2.1',
    instrumentCode: 'EIT',
    titleTh: 'แยกตามเพศ',
    titleEn: 'by sex',
    totalCountPrinted: 200,
    totalPercentPrinted: '100.00',
  });
  const groups = [
    { labelTh: 'ชาย', labelEn: 'male', countPrinted: 90, percentPrinted: '45.00' },
    // One row of one agency does not fit its percentage, so that the finding can be seen.
    { labelTh: 'หญิง', labelEn: 'female', countPrinted: 110, percentPrinted: agency.number === 3 ? '54.00' : '55.00' },
  ];
  for (const [index, group] of groups.entries())
    rows.itaRespondentRow.push({
      id: identifierOf(agency.code, 'ita-respondent-row', fiscalYear, '2.1', index + 1),
      ...own,
      tableId,
      sortOrder: index + 1,
      ...group,
    });
}

/** Three invented years of ITA results of the sample city. */
export async function writeSampleItaResults(tx: Prisma.TransactionClient): Promise<number> {
  let written = 0;
  for (const agency of sampleAgencies) {
    const rows = noRows();
    for (const year of years) {
      const status = statusOf(agency, year);
      if (status) addResult(agency, year, status, rows);
    }
    written += await writeTenantRows(tx, agencyId(agency.code), 'loadSampleCity', rows);
  }
  return written;
}
