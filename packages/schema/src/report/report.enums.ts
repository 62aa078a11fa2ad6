import { storedEnum } from '../graphql/enums.ts';

export const YearReportKind = storedEnum('YearReportKind', 'รอบหรือเรื่องของรายงานผล · What a year report is about.', {
  SIX_MONTHS: 'ผลตามแผนรอบ 6 เดือน (ตุลาคม-มีนาคม) · Results of a plan after six months, October to March.',
  TWELVE_MONTHS: 'ผลตามแผนรอบ 12 เดือน · Results of a plan after twelve months, the whole fiscal year.',
  BRIBERY_RISKS: 'ผลการจัดการความเสี่ยงการรับสินบนของปี · What was done in the year about the bribery risks of a register.',
});
