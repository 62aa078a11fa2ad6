import { builder } from '../graphql/builder.ts';
import { enumOf } from '../graphql/enums.ts';
import { Centre } from './centre.type.ts';
import { CountedRows } from './counted-rows.ts';
import { type DutyCount, dutyCounts, MISSING_SHOWN } from './duties.ts';
import { type DutyName, duties } from './duty-kinds.ts';
import { CentreFilterInput } from './filter.ts';
import { yearArguments, yearsMax } from './years.ts';

const CELLS = 2;
/** Each part that is handed in for a year. */
const parts: readonly DutyName[] = [
  ...(['ANNUAL_PLAN', 'MULTI_YEAR_PLAN', 'SWOT_ANALYSIS', 'RISK_REGISTER'] as const),
  ...(['SIX_MONTH_REPORT', 'TWELVE_MONTH_REPORT', 'BRIBERY_REPORT'] as const),
  ...(['NO_GIFT_POLICY', 'ANTI_BRIBERY_POLICY', 'GIFT_REPORTS'] as const),
  ...(['ITA_RESULT', 'OIT_ANSWERS'] as const),
];

const meaningOf = (duty: DutyName): string => `${duties[duty].name.th} · ${duties[duty].name.en}.`;

const Duty = enumOf<DutyName>('CentreDuty', 'ส่วนที่หน่วยงานส่งในปีหนึ่ง · What an agency hands in for a fiscal year.', {
  ANNUAL_PLAN: meaningOf('ANNUAL_PLAN'),
  MULTI_YEAR_PLAN: meaningOf('MULTI_YEAR_PLAN'),
  SWOT_ANALYSIS: meaningOf('SWOT_ANALYSIS'),
  RISK_REGISTER: meaningOf('RISK_REGISTER'),
  SIX_MONTH_REPORT: meaningOf('SIX_MONTH_REPORT'),
  TWELVE_MONTH_REPORT: meaningOf('TWELVE_MONTH_REPORT'),
  BRIBERY_REPORT: meaningOf('BRIBERY_REPORT'),
  RISKS: meaningOf('RISKS'),
  NO_GIFT_POLICY: meaningOf('NO_GIFT_POLICY'),
  ANTI_BRIBERY_POLICY: meaningOf('ANTI_BRIBERY_POLICY'),
  GIFT_REPORTS: meaningOf('GIFT_REPORTS'),
  ITA_RESULT: meaningOf('ITA_RESULT'),
  OIT_ANSWERS: meaningOf('OIT_ANSWERS'),
});

const DutyCompleteness = builder.objectRef<DutyCount>('DutyCompleteness').implement({
  description:
    'มีกี่หน่วยงานที่ส่งส่วนหนึ่งในปีหนึ่งแล้ว · How many agencies have handed in one part for one fiscal year, and which have not.',
  fields: (t) => ({
    duty: t.expose('duty', { type: Duty, description: 'ส่วนใด · Which part.' }),
    nameTh: t.string({ description: 'ชื่อภาษาไทย · Thai name.', resolve: ({ duty }) => duties[duty].name.th }),
    nameEn: t.string({ description: 'ชื่อภาษาอังกฤษ · English name.', resolve: ({ duty }) => duties[duty].name.en }),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear', description: 'ปีงบประมาณ · Fiscal year.' }),
    agencyCount: t.exposeInt('agencyCount', {
      description:
        'จำนวนหน่วยงานที่ต้องส่ง; 0 = ปีนั้นยังไม่มีใครต้องส่ง เช่น ยังไม่ประกาศผล ITA หรือไม่มีแบบตรวจ OIT · How many agencies owe it; 0 where the year asks nobody for it, such as an ITA result before the results are announced, or answers to the OIT without a checklist.',
    }),
    cells: t.field({
      type: [CountedRows],
      listSize: CELLS,
      description:
        'หน่วยงานที่ส่งแล้ว และที่ยังไม่ส่ง ว่างเมื่อไม่มีใครต้องส่ง · Agencies that have handed it in (DONE) and those that have not (MISSING), with the conditions that list them; none where nobody owes it.',
      resolve: ({ cells }) => cells(),
    }),
    missingAgencyCodes: t.stringList({
      listSize: MISSING_SHOWN,
      description: `รหัสหน่วยงานที่ยังไม่ส่ง (ไม่เกิน ${MISSING_SHOWN}) · Codes of the agencies that have not, the first ${MISSING_SHOWN}; the cell MISSING lists all.`,
      resolve: ({ missingAgencyCodes }) => [...missingAgencyCodes],
    }),
    isSample: t.exposeBoolean('isSample', {
      description: 'มีข้อมูลตัวอย่างที่แต่งขึ้น · Whether invented agencies are among them.',
    }),
  }),
});

const args = builder.args((t) => ({
  ...yearArguments,
  filter: t.field({ type: CentreFilterInput, description: 'ขอบเขต · Which agencies.' }),
}));

builder.objectFields(Centre, (t) => ({
  duties: t.field({
    type: [DutyCompleteness],
    description:
      'ความครบถ้วนตามส่วนที่ต้องส่ง: กี่หน่วยงานส่งแล้ว และใครยังไม่ส่ง ในแต่ละปี · Completeness by kind of duty: how many agencies have handed in each part, and who has not, by year. Errors: INVALID_INPUT.',
    listSize: (asked) => parts.length * yearsMax(asked),
    args,
    resolve: (_centre, asked, context) => dutyCounts(context, asked, parts),
  }),
  agenciesWithoutRisks: t.field({
    type: [DutyCompleteness],
    description:
      'หน่วยงานที่ไม่มีความเสี่ยงแม้รายการเดียวในแต่ละปี ทะเบียนยังไม่มีเรื่องร้องเรียนให้นับ · Agencies with zero risks in each fiscal year: the cell MISSING. The registry keeps no complaints yet, so there is no such figure of them. Errors: INVALID_INPUT.',
    listSize: yearsMax,
    args,
    resolve: (_centre, asked, context) => dutyCounts(context, asked, ['RISKS']),
  }),
}));
