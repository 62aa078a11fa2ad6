import type { Message } from '../../base/message.logic.ts';

/** How people call an order within a sentence: by its number and year, which a draft may not have yet. */
export const nameOfOrder = ({ orderNo, year }: { orderNo: string | null; year: number | null }): Message =>
  orderNo === null
    ? { th: 'ร่างคำสั่งที่ยังไม่มีเลขที่', en: 'a draft without a number' }
    : { th: `คำสั่งที่ ${orderNo}/${year ?? '-'}`, en: `order ${orderNo}/${year ?? '-'}` };
