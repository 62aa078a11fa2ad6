import { buddhistYear } from '../../base/buddhist-year.logic.ts';
import { withSource } from '../../base/legal-source.logic.ts';
import { yearNotOfSignature } from '../orders/order-number.logic.ts';
import type { OrderProblem } from './issue-problem.logic.ts';

export type OrderHeading = {
  readonly orderNo: string | null;
  readonly year: number | null;
  readonly signedOn: Date | null;
  readonly signedByPositionId: string | null;
  readonly effectiveFrom: Date | null;
  readonly effectiveTo: Date | null;
};

/** Why what stands above the lines of an order keeps it from being issued. */
export function problemsOfHeading(
  { orderNo, year, signedOn, signedByPositionId, effectiveFrom, effectiveTo }: OrderHeading,
  today: Date,
): OrderProblem[] {
  const endsBeforeStart = effectiveFrom !== null && effectiveTo !== null && effectiveTo < effectiveFrom;
  const isOtherYear = signedOn !== null && year !== null && year !== buddhistYear(signedOn);
  const checks: [boolean, string, OrderProblem['code'], OrderProblem['message']][] = [
    [orderNo === null, 'orderNo', 'NO_NUMBER', messages.noNumber],
    [isOtherYear, 'year', 'YEAR_NOT_OF_SIGNATURE', yearNotOfSignature(signedOn)],
    [signedOn === null, 'signedOn', 'NOT_SIGNED', messages.unsigned],
    [signedOn !== null && signedOn > today, 'signedOn', 'SIGNED_IN_FUTURE', messages.notYetSigned],
    [signedByPositionId === null, 'signedByPositionId', 'NO_SIGNER', messages.nobodySigned],
    [effectiveFrom === null, 'effectiveFrom', 'NO_FIRST_DAY', messages.noFirstDay],
    [endsBeforeStart, 'effectiveTo', 'ENDS_BEFORE_START', messages.endsBeforeStart],
  ];
  return checks.flatMap(([isWrong, field, code, message]) => (isWrong ? [{ code, field, message }] : []));
}

/** What of it is worth a look. */
export const noticesOfHeading = ({ signedOn, effectiveFrom }: OrderHeading): OrderProblem[] =>
  effectiveFrom !== null && signedOn !== null && signedOn > effectiveFrom
    ? [{ code: 'BACKDATED', field: 'signedOn', message: messages.backdated }]
    : [];

const messages = {
  noNumber: withSource(
    {
      th: 'โปรดระบุเลขที่คำสั่งเมื่อออกคำสั่ง: เลขที่ให้ไว้เมื่อลงนาม',
      en: 'Give the number of the order when it is issued: it is given at signing.',
    },
    'correspondence',
  ),
  unsigned: { th: 'โปรดระบุวันที่ลงนามก่อนออกคำสั่ง', en: 'Enter the date of signature before the order is issued.' },
  notYetSigned: {
    th: 'วันที่ลงนามยังไม่มาถึง: ออกคำสั่งได้ตั้งแต่วันที่ลงนาม',
    en: 'The date of signature is in the future: issue the order once it is signed.',
  },
  nobodySigned: {
    th: 'โปรดระบุตำแหน่งผู้ลงนามก่อนออกคำสั่ง',
    en: 'Enter the position that signed before the order is issued.',
  },
  noFirstDay: {
    th: 'โปรดระบุวันแรกที่มีผล แล้วตรวจรายการอำนาจอีกครั้ง',
    en: 'Enter the first day in force; the lines are checked once it is given.',
  },
  endsBeforeStart: {
    th: 'วันสุดท้ายที่มีผลอยู่ก่อนวันแรก: แก้วันใดวันหนึ่ง',
    en: 'The last day in force is before the first: correct one of them.',
  },
  backdated: {
    th: 'คำสั่งมีผลก่อนวันที่ลงนาม: ตรวจว่าตั้งใจให้มีผลย้อนหลัง',
    en: 'The order takes effect before it is signed: check that this is meant.',
  },
};
