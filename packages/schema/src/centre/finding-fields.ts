import { builder } from '../graphql/builder.ts';
import type { CityCounts } from '../graphql/limits/list-size.ts';
import { Centre } from './centre.type.ts';
import { agenciesMax } from './centre-filter.ts';
import { CountedRows } from './counted-rows.ts';
import { CentreFilterInput } from './filter.ts';
import { type FindingFigures, type FindingsAsked, findingFigures } from './finding-figures.ts';

const CELLS = 2;

/** What an X-ray looks for: figures that do not go together. */
const xRays = [
  'HIGH_RISK_WITHOUT_FUNDED_PROJECT',
  'SPENDING_WITHOUT_PROGRESS',
  'RESIDUAL_LOWERED_WITHOUT_MEASURE',
  'INDICATOR_WITHOUT_RESULT',
];
const missingReports = [
  'MONTHLY_REPORT_MISSING',
  'MONTHLY_REPORT_LATE',
  'YEAR_REPORT_MISSING',
  'BRIBERY_REPORT_MISSING',
  'PLAN_SUBMISSION_MISSING',
  'PROCUREMENT_SUMMARY_MISSING',
];
const segregation = ['DUTIES_NOT_SEGREGATED', 'POWER_OVER_UNCONTROLLED_RISK', 'ENDED_ORDER_REPORTED_ON'];

const FindingCount = builder.objectRef<FindingFigures>('FindingCount').implement({
  description:
    'จำนวนข้อสังเกตชนิดหนึ่ง ทั้งหมดหรือของหน่วยงานหนึ่ง · How often one check of the registry has found something: in all, or at one agency.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'รหัสข้อสังเกต · Code of the findings.' }),
    nameTh: t.exposeString('nameTh', { description: 'ชื่อภาษาไทย · What is found, in Thai.' }),
    nameEn: t.exposeString('nameEn', { description: 'ชื่อภาษาอังกฤษ · What is found, in English.' }),
    agencyCode: t.exposeString('agencyCode', {
      nullable: true,
      description: 'รหัสหน่วยงาน เมื่อขอแยกหน่วยงาน · Code of the agency, when asked by agency.',
    }),
    agencyNameTh: t.exposeString('agencyNameTh', {
      nullable: true,
      description: 'ชื่อหน่วยงานภาษาไทย · Thai name of the agency, when asked by agency.',
    }),
    agencyNameEn: t.exposeString('agencyNameEn', {
      nullable: true,
      description: 'ชื่อหน่วยงานภาษาอังกฤษ · English name of the agency, when asked by agency.',
    }),
    agencyCount: t.exposeInt('agencyCount', { description: 'จำนวนหน่วยงานที่พบ · At how many agencies.' }),
    cells: t.field({
      type: [CountedRows],
      listSize: CELLS,
      description:
        'ที่ยังไม่ยุติ และที่ยุติแล้ว · Findings that are open (OPEN), and those that an agency has closed with a reason (CLOSED).',
      resolve: ({ cells }) => cells(),
    }),
    isSample: t.exposeBoolean('isSample', {
      description: 'มีข้อมูลตัวอย่างที่แต่งขึ้น · Whether invented figures of sample agencies are in it.',
    }),
  }),
});

const args = builder.args((t) => ({
  byAgency: t.boolean({
    required: true,
    defaultValue: false,
    description: 'แยกหน่วยงาน เฉพาะหน่วยงานที่พบ · By agency, of those alone where something was found.',
  }),
  filter: t.field({ type: CentreFilterInput, description: 'ขอบเขต · Which agencies.' }),
}));

const sizeOf =
  (codes: readonly string[]) =>
  ({ byAgency, filter }: FindingsAsked, cityCounts: CityCounts): number =>
    codes.length * (byAgency ? agenciesMax(filter, cityCounts) : 1);

builder.objectFields(Centre, (t) => {
  const field = (codes: readonly string[], description: string) =>
    t.field({
      type: [FindingCount],
      description,
      listSize: sizeOf(codes),
      args,
      resolve: (_centre, asked, context) => findingFigures(context, asked, codes),
    });
  return {
    xRays: field(
      xRays,
      'เอกซเรย์: ความเสี่ยงสูงที่ไม่มีโครงการที่มีงบประมาณ ใช้เงินแล้วแต่ความก้าวหน้าเป็นศูนย์ ระดับที่ลดลงโดยไม่มีมาตรการที่แล้วเสร็จ และตัวชี้วัดที่ไม่มีผล · X-rays, as the findings of the registry’s own checks: high risks without a funded project, money spent with no progress, residual levels that fell without a finished measure or an effective control, indicators without a result. Texts that agencies copied from each other: `copiedTexts`.',
    ),
    missingReports: field(
      missingReports,
      'รายงานประจำเดือนของผู้รับมอบอำนาจที่ขาดส่งและส่งช้า รายงานผลรอบ 6 และ 12 เดือน รายงานความเสี่ยงการรับสินบน การรายงานเข้าระบบแผนระดับชาติที่ขาด และสรุปผลการจัดซื้อจัดจ้างรายเดือนที่ขาด · Monthly reports of delegates that are missing, and those that were filed late; year reports that are missing, what was not sent to the national plan system, and procurement summaries of months that are missing.',
    ),
    segregationConflicts: field(
      segregation,
      'อำนาจที่ควรแยกกันแต่อยู่ที่ตำแหน่งเดียว อำนาจในกระบวนงานที่เสี่ยงสูงและไม่มีการควบคุม และคำสั่งที่สิ้นผลแล้วแต่ยังมีรายงาน · Segregation of duties: powers that one position should not hold together, powers over processes with an uncontrolled high risk, orders that ended and are still reported on.',
    ),
  };
});
