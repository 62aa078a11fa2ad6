import { BUDDHIST_ERA_OFFSET } from '../calendar/fiscal-year.logic.ts';
import { type Check, NAME_MAX, TEXT_MAX } from '../core/check.ts';
import { arabicDigits } from '../core/digits.logic.ts';
import { most } from '../core/limits/parts.logic.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import type { DelegatedPowerInput, OrderContentInput } from './order.inputs.ts';

const ORDER_NO_MAX = 100;
const LINES_MAX = most.linesOfOrder;
const ORDERS_MAX = most.ordersSuperseded;

type Absent = null | undefined;

/** A number of an order: written with Thai or Arabic digits it is the same number. */
export function orderNoOf(check: Check, orderNo: string): string;
export function orderNoOf(check: Check, orderNo: string | Absent): string | undefined;
export function orderNoOf(check: Check, orderNo: string | Absent): string | undefined {
  const text = check.text('orderNo', orderNo, { max: ORDER_NO_MAX });
  return text && arabicDigits(text);
}

/** A year of the Buddhist era; who gives one of the common era is told the right one. */
export function checkYear(check: Check, year: number | undefined): void {
  if (year === undefined || (year >= 2500 && year <= 2700)) return;
  const era = year + BUDDHIST_ERA_OFFSET;
  if (era >= 2500 && era <= 2700)
    check.add(
      'year',
      `ปีของคำสั่งเป็นปี พ.ศ.: ค.ศ. ${year} คือ ${era}`,
      `The year is of the Buddhist era: ${year} CE is ${era}.`,
    );
  else check.within('year', year, 2500, 2700);
}

/** Of two orders of a year one has the number. */
export async function checkFreeNumber(
  db: ScopedDb,
  check: Check,
  { orderNo, year }: { orderNo: string; year: number },
  ownId?: string,
): Promise<void> {
  const other = await db.delegationOrder.findFirst({
    where: { orderNo, year, NOT: { id: ownId } },
    select: { id: true },
  });
  if (other) check.add('orderNo', `มีคำสั่งที่ ${orderNo}/${year} แล้ว`, `There is an order ${orderNo}/${year} already.`);
}

type LineInput = typeof DelegatedPowerInput.$inferInput;

function lineOf(
  check: Check,
  { delegatorId, delegateId, verb, processArea, subDelegable, ...line }: LineInput,
  lineNo: number,
) {
  if (delegatorId.id === delegateId.id)
    check.add(
      'delegateId',
      'ผู้มอบและผู้รับมอบเป็นตำแหน่งเดียวกัน: เลือกผู้รับมอบเป็นตำแหน่งอื่น',
      'A position cannot delegate to itself: choose another delegate.',
    );
  return {
    lineNo,
    verb,
    processArea,
    subDelegable,
    delegatorId: delegatorId.id,
    delegateId: delegateId.id,
    subjectTh: check.text('subjectTh', line.subjectTh, { max: NAME_MAX }),
    ceilingAmount: check.amount('ceilingAmount', line.ceilingAmount) ?? null,
    conditionsTh: check.optionalText('conditionsTh', line.conditionsTh, { max: TEXT_MAX }) ?? null,
  };
}

/** A list that is absent stays as it is; null empties it. */
const idsOf = (list: readonly { readonly id: string }[] | Absent) => (list === null ? [] : list?.map(({ id }) => id));

/** The content of a draft as it is to be kept. */
export function orderContentOf(check: Check, input: OrderContentInput) {
  return {
    columns: {
      effectiveTo: input.effectiveTo,
      signedOn: input.signedOn,
      signedByPositionId: input.signedByPositionId === null ? null : input.signedByPositionId?.id,
      legalBasisTh: check.optionalText('legalBasisTh', input.legalBasisTh, { max: TEXT_MAX }),
    },
    lines: check
      .list('powers', input.powers, LINES_MAX)
      ?.map((line, index) => lineOf(check.at(`powers[${index}]`), line, index + 1)),
    revokes: check.list('revokesPowerIds', idsOf(input.revokesPowerIds), LINES_MAX),
    supersedes: check.list('supersedesOrderIds', idsOf(input.supersedesOrderIds), ORDERS_MAX),
  };
}

export type OrderContent = ReturnType<typeof orderContentOf>;
