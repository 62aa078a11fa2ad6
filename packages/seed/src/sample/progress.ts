import type { SampleAgency } from '../reference/sample-agencies.ts';
import { toThaiDigits } from '../rows/calendar.ts';
import { agencyId } from '../rows/identifiers.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
import { identifierOf, projectIdOf } from './identifier-of.ts';
import type { ProjectTemplate } from './project-template.ts';
import { createRandom, type Random } from './random.ts';

const reportedYears = [2567, 2568] as const;

const problems = [
  'วิทยากรและสถานที่ไม่ว่างตามกำหนด จึงเลื่อนกิจกรรมไปเดือนถัดไป',
  'ได้รับโอนงบประมาณล่าช้ากว่าแผน',
  'เจ้าหน้าที่ผู้รับผิดชอบโยกย้ายระหว่างปี',
  'ผู้เข้าร่วมน้อยกว่าที่คาด ต้องประชาสัมพันธ์เพิ่ม',
] as const;

/** Reports of each quarter of 2567 and 2568: slower or faster by agency, with money spent and what the indicators show. */
export function addProgress(
  agency: SampleAgency,
  sequenceNo: number,
  template: ProjectTemplate,
  budgets: ReadonlyMap<number, number | null>,
  rows: TenantRows,
): void {
  const random = createRandom(`${agency.code} progress ${sequenceNo}`);
  for (const fiscalYear of reportedYears.filter((year) => template.years.includes(year))) {
    const pace = random.whole(16, 27);
    for (const quarter of [1, 2, 3, 4]) {
      // The fourth agency stopped reporting for the second half of 2568.
      if (agency.code === 'SAMPLE-4' && fiscalYear === 2568 && quarter > 2) continue;
      const progressPercent = percentOf(agency, sequenceNo, fiscalYear, quarter, pace);
      const reportId = identifierOf(agency.code, 'progress', sequenceNo, fiscalYear, quarter);
      const budget = budgets.get(fiscalYear) ?? null;
      rows.progressReport.push({
        id: reportId,
        agencyId: agencyId(agency.code),
        projectId: projectIdOf(agency.code, sequenceNo),
        fiscalYear,
        quarter,
        progressPercent,
        spentAmount:
          budget === null ? null : Math.round((budget * Math.min(quarter * pace + random.whole(-6, 0), 100)) / 100),
        summaryTh: `ไตรมาส ${toThaiDigits(quarter)} ปีงบประมาณ ${toThaiDigits(fiscalYear)}: ดำเนินการแล้วร้อยละ ${toThaiDigits(progressPercent)} (ตัวอย่าง)`,
        problemsTh: progressPercent < quarter * 20 ? problems[random.whole(0, problems.length - 1)] : null,
        evidenceUrls:
          quarter === 4 ? [`https://${agency.code.toLowerCase()}.example/evidence/${fiscalYear}/${sequenceNo}`] : [],
        origin: 'SAMPLE',
      });
      if (quarter % 2 === 0) addIndicatorValues(agency.code, sequenceNo, template, reportId, quarter / 4, random, rows);
    }
  }
}

/** The fifth project of the second agency spends while nothing moves, which the centre's questions are to find. */
function percentOf(
  agency: SampleAgency,
  sequenceNo: number,
  fiscalYear: number,
  quarter: number,
  pace: number,
): number {
  if (agency.code === 'SAMPLE-2' && sequenceNo === 5 && fiscalYear === 2568) return 0;
  return Math.min(quarter * pace, 100);
}

function addIndicatorValues(
  agencyCode: string,
  sequenceNo: number,
  template: ProjectTemplate,
  reportId: string,
  shareOfYear: number,
  random: Random,
  rows: TenantRows,
): void {
  for (const kind of ['output', 'outcome'] as const) {
    const { operator, threshold, unit } = template[kind];
    const reached =
      operator === 'GTE' ? threshold * shareOfYear * (0.85 + random.next() * 0.3) : threshold + random.whole(-1, 2);
    const value = unit === 'percent' ? Math.min(Math.max(reached, 0), 100) : Math.max(Math.round(reached), 0);
    rows.progressIndicatorValue.push({
      agencyId: agencyId(agencyCode),
      reportId,
      indicatorId: identifierOf(agencyCode, 'indicator', sequenceNo, kind),
      value: Math.round(value * 100) / 100,
    });
  }
}
