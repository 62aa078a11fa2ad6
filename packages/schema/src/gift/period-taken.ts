import type { FieldProblem } from '../base/message.logic.ts';

/** What `app.keep_gift_periods` says of a report beside a statement that there was none, and the reverse. */
const CONTRADICTED = 'RG423';

export const isContradicted = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === CONTRADICTED;

/** Said of a report in a half-year for which none was stated. */
export const noneStated: FieldProblem = {
  field: 'offeredOn',
  message: {
    th: 'หน่วยงานแจ้งว่าไม่มีการรับหรือถูกเสนอในครึ่งปีนี้แล้ว: โปรดถอนคำแจ้งก่อน',
    en: 'The agency stated that there was none in this half-year: withdraw the statement first.',
  },
};

/** Said of a statement that there was none in a half-year that has reports. */
export const isReported: FieldProblem = {
  field: 'half',
  message: {
    th: 'ครึ่งปีนี้มีรายงานการรับหรือถูกเสนอ รวมร่าง จึงแจ้งว่าไม่มีไม่ได้',
    en: 'The half-year has gift reports, drafts among them: none cannot be stated.',
  },
};
