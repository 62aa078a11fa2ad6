import type { Message } from '../../base/message.logic.ts';
import { nameOfOrder } from '../orders/order-name.logic.ts';
import { isActing, isLine, type Step } from './power-records.logic.ts';
import type { Refusal, RefusalReason } from './refusal.logic.ts';

/** How people call a step: by its line and order. */
export function nameOfStep<A>(step: Step<A>): Message {
  if (isActing(step)) return { th: 'การรักษาราชการแทน', en: 'The acting appointment' };
  if (!isLine(step)) return { th: 'อำนาจตามกฎหมาย', en: 'The statutory power' };
  const { lineNo, order } = step;
  const name = nameOfOrder(order);
  return { th: `ลำดับ ${lineNo} ของ${name.th}`, en: `Line ${lineNo} of ${name.en}` };
}

/** A refusal in a sentence for people. */
export function refusalMessage<A>({ reason, brokenAt }: Refusal<A>): Message {
  const { th, en } = endings[reason];
  if (brokenAt === null) return { th, en: `${en}.` };
  const name = nameOfStep(brokenAt);
  return { th: `${name.th} ${th}`, en: `${name.en} ${en}.` };
}

const endings: Readonly<Record<RefusalReason, Message>> = {
  NO_LINE: {
    th: 'ไม่มีกฎหมายหรือคำสั่งใดให้อำนาจนี้แก่ตำแหน่ง',
    en: 'No law and no order gives the position this power',
  },
  NOT_YET_IN_FORCE: { th: 'ยังไม่มีผลในวันนั้น', en: 'is not yet in force on that day' },
  EXPIRED: { th: 'พ้นกำหนดแล้วในวันนั้น', en: 'has expired by that day' },
  REVOKED: { th: 'ถูกเพิกถอนแล้วในวันนั้น', en: 'has been revoked by that day' },
  SUPERSEDED: { th: 'ถูกแทนที่แล้วในวันนั้น', en: 'has been superseded by that day' },
  ABOVE_CEILING: { th: 'มีวงเงินต่ำกว่าจำนวนเงินนี้', en: 'has a ceiling below the amount' },
  NOT_SUBDELEGABLE: {
    th: 'ใช้ไม่ได้ เพราะผู้มอบอำนาจได้รับอำนาจโดยห้ามมอบอำนาจต่อ',
    en: 'does not hold, because its delegator received the power without the right to pass it on',
  },
  DELEGATOR_LACKS_POWER: {
    th: 'ใช้ไม่ได้ เพราะผู้มอบอำนาจไม่มีอำนาจนี้',
    en: 'does not hold, because its delegator does not have the power',
  },
};
