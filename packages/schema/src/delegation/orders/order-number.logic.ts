import { buddhistYear } from '../../base/buddhist-year.logic.ts';
import { arabicDigits } from '../../base/digits.logic.ts';
import { withSource } from '../../base/legal-source.logic.ts';

/** What the number of an order says, apart from how it is written. */
export type OrderNumber = {
  readonly number: string;
  /** The year (Buddhist era) where it is written with the number, such as 118/2569; null where it is not. */
  readonly yearWritten: number | null;
};

/**
 * The number of an order for comparison: 118, ที่ 118, 0118, ๑๑๘ and 118/2569 are one number. What precedes the figures, such as the
 * letters of a unit, is part of it.
 */
export function orderNumber(written: string): OrderNumber {
  const text = arabicDigits(written)
    .replace(/^\s*ที่\s*/u, '')
    .trim();
  const year = /\s*\/\s*(2[45]\d\d)$/.exec(text);
  const number = (year === null ? text : text.slice(0, year.index))
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/(?<!\d)0+(?=\d)/g, '');
  return { number, yearWritten: year === null ? null : Number(year[1]) };
}

/** The year of an order is the calendar year of its signature; the message names the right one. */
export const yearNotOfSignature = (signedOn: Date | null) => {
  const year = signedOn === null ? '' : String(buddhistYear(signedOn));
  return withSource(
    {
      th: `ปีของคำสั่งต้องเป็นปี พ.ศ. ตามปฏิทินของวันที่ลงนาม คือ ${year}`,
      en: `The year of an order is the calendar year of its signature: ${year}.`,
    },
    'correspondence',
  );
};

/** A number that is written with a year is of that year. */
export const yearNotOfNumber = (written: number, year: number) =>
  withSource(
    {
      th: `เลขที่คำสั่งระบุปี ${written} แต่คำสั่งเป็นของปี ${year}`,
      en: `The number names the year ${written}, but the order is of ${year}.`,
    },
    'correspondence',
  );
