import { BUDDHIST_ERA_OFFSET, buddhistYear } from '../../base/buddhist-year.logic.ts';
import { arabicDigits } from '../../base/digits.logic.ts';
import { withSource } from '../../base/legal-source.logic.ts';
import type { Check } from '../../graphql/inputs/check.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import { orderNumber, yearNotOfNumber, yearNotOfSignature } from './order-number.logic.ts';

const ORDER_NO_MAX = 100;

type Absent = null | undefined;

/** A number of an order: written with Thai or Arabic digits it is the same number; null, where a draft has none yet. */
export function orderNoOf(check: Check, orderNo: string | Absent): string | Absent {
  if (orderNo === null) return null;
  const text = check.text('orderNo', orderNo, { max: ORDER_NO_MAX });
  return text && arabicDigits(text);
}

/** The year of an order: that of its signature once there is one; until then what is given, in the Buddhist era. */
export function yearOf(check: Check, year: number | Absent, signedOn: Date | Absent): number | Absent {
  if (!signedOn) {
    if (typeof year === 'number') checkYear(check, year);
    return year;
  }
  const signed = buddhistYear(signedOn);
  if (typeof year === 'number' && year !== signed) {
    const { th, en } = yearNotOfSignature(signedOn);
    check.add('year', th, en, 'YEAR_NOT_OF_SIGNATURE');
  }
  return signed;
}

/** A year of the Buddhist era; for a year of the common era, the message names the right one. */
function checkYear(check: Check, year: number): void {
  if (year >= 2500 && year <= 2700) return;
  const era = year + BUDDHIST_ERA_OFFSET;
  if (era >= 2500 && era <= 2700)
    check.add(
      'year',
      `ปีของคำสั่งเป็นปี พ.ศ.: ค.ศ. ${year} คือ ${era}`,
      `The year is of the Buddhist era: ${year} CE is ${era}.`,
    );
  else check.within('year', year, 2500, 2700);
}

/**
 * One order of a calendar year has a number, in whichever spelling; a draft may still lack its number. A year within the number is that of
 * the order.
 */
export async function checkFreeNumber(
  db: ScopedDb,
  check: Check,
  { orderNo, year }: { orderNo: string | Absent; year: number | Absent },
  ownId?: string,
): Promise<void> {
  if (!orderNo || !year) return;
  const { number, yearWritten } = orderNumber(orderNo);
  if (yearWritten !== null && yearWritten !== year) {
    const { th, en } = yearNotOfNumber(yearWritten, year);
    check.add('orderNo', th, en, 'YEAR_NOT_OF_SIGNATURE');
  }
  const ofYear = await db.delegationOrder.findMany({
    where: { year, orderNo: { not: null }, NOT: { id: ownId } },
    select: { orderNo: true },
  });
  const other = ofYear.find((order) => order.orderNo !== null && orderNumber(order.orderNo).number === number);
  if (!other) return;
  const { th, en } = withSource(
    { th: `มีคำสั่งที่ ${other.orderNo}/${year} แล้ว`, en: `There is an order ${other.orderNo}/${year} already.` },
    'correspondence',
  );
  check.add('orderNo', th, en, 'NUMBER_TAKEN');
}
