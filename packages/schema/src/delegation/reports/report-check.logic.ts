import type { FieldProblem, Message } from '../../base/message.logic.ts';
import { type Amount, type Ceiling, isLower } from '../authority/ceiling.logic.ts';
import { dayAfter } from '../authority/in-force.logic.ts';
import type { OrderLine } from '../authority/power-records.logic.ts';
import { monthOf, monthsInForce } from './monthly-report.logic.ts';

export type ReportedAmount<A> = Amount<A> & { isZero(): boolean; isNegative(): boolean };

export type ReportedUse<A> = {
  readonly powerId: string;
  readonly count: number;
  readonly totalAmount: A;
  readonly maxAmount: A;
};

export type Report<A> = {
  readonly orderId: string;
  readonly delegateId: string;
  readonly month: Date;
  readonly uses: readonly ReportedUse<A>[];
};

/** What a correct report tells of that should not have happened. It is filed all the same. */
export type UseFinding<A> = {
  readonly code: 'USE_ABOVE_CEILING' | 'USE_OUT_OF_FORCE';
  readonly field: string;
  readonly powerId: string;
  readonly ceiling: Ceiling<A>;
};

export type ReportCheck<A> = { readonly problems: FieldProblem[]; readonly findings: UseFinding<A>[] };

/** What is wrong with a report, all at once, and what it tells of that should not have happened. `lines` are those of its order. */
export function checkReport<A extends ReportedAmount<A>>(
  report: Report<A>,
  lines: readonly OrderLine<A>[],
): ReportCheck<A> {
  const own = new Map(
    lines
      .filter(({ orderId, delegateId }) => orderId === report.orderId && delegateId === report.delegateId)
      .map((line) => [line.id, line]),
  );
  const seen = new Set<string>();
  const problems: FieldProblem[] = [];
  const findings: UseFinding<A>[] = [];
  for (const [index, use] of report.uses.entries()) {
    const field = `uses[${index}]`;
    const line = own.get(use.powerId);
    if (line === undefined) problems.push({ field: `${field}.powerId`, message: messages.foreignPower });
    if (seen.has(use.powerId)) problems.push({ field: `${field}.powerId`, message: messages.twice });
    seen.add(use.powerId);
    problems.push(...problemsOfNumbers(field, use));
    if (line !== undefined) findings.push(...findingsOf(field, use, line, report.month));
  }
  return { problems, findings };
}

function problemsOfNumbers<A extends ReportedAmount<A>>(
  field: string,
  { count, totalAmount, maxAmount }: ReportedUse<A>,
): FieldProblem[] {
  const isUsed = count > 0;
  const checks: [boolean, string, Message][] = [
    [!Number.isInteger(count) || count < 0, 'count', messages.count],
    [isBelowZero(totalAmount), 'totalAmount', messages.negative],
    [isBelowZero(maxAmount), 'maxAmount', messages.negative],
    [totalAmount.lessThan(maxAmount), 'maxAmount', messages.maxAboveTotal],
    [count === 0 && !totalAmount.isZero(), 'totalAmount', messages.unused],
    [count === 0 && !maxAmount.isZero(), 'maxAmount', messages.unused],
    [isUsed && maxAmount.isZero() && !totalAmount.isZero(), 'maxAmount', messages.maxMissing],
  ];
  return checks.flatMap(([isWrong, name, message]) => (isWrong ? [{ field: `${field}.${name}`, message }] : []));
}

const isBelowZero = <A extends ReportedAmount<A>>(amount: A): boolean => amount.isNegative() && !amount.isZero();

/** A report does not say on which days a power was used: use is out of force only where no day of the month was in force. */
function findingsOf<A extends ReportedAmount<A>>(
  field: string,
  { powerId, count, maxAmount }: ReportedUse<A>,
  line: OrderLine<A>,
  month: Date,
): UseFinding<A>[] {
  const lastDay = dayAfter(monthOf(month, 1), -1);
  const isInForce = monthsInForce(line, lastDay).some((each) => each.getTime() === monthOf(month).getTime());
  const findings: UseFinding<A>[] = [];
  const { ceilingAmount: ceiling } = line;
  if (isLower(ceiling, maxAmount))
    findings.push({ code: 'USE_ABOVE_CEILING', field: `${field}.maxAmount`, powerId, ceiling });
  if (count > 0 && !isInForce) findings.push({ code: 'USE_OUT_OF_FORCE', field: `${field}.count`, powerId, ceiling });
  return findings;
}

const messages = {
  foreignPower: {
    th: 'อำนาจนี้ไม่ได้มอบให้ผู้รายงานตามคำสั่งนี้: เลือกรายการของคำสั่งที่มอบให้ผู้รายงาน',
    en: 'The order does not give the reporting position this power: choose a line of the order to that position.',
  },
  twice: {
    th: 'รายงานอำนาจเดียวกันมากกว่าหนึ่งครั้ง: รวมเป็นรายการเดียว',
    en: 'The same power is reported more than once: add the entries up into one.',
  },
  count: {
    th: 'จำนวนครั้งต้องเป็นจำนวนเต็มตั้งแต่ 0 ขึ้นไป',
    en: 'Enter the number of uses as a whole number of 0 or more.',
  },
  negative: { th: 'จำนวนเงินต้องไม่ติดลบ', en: 'Enter an amount of 0 or more.' },
  maxAboveTotal: {
    th: 'จำนวนเงินสูงสุดต่อครั้งต้องไม่เกินจำนวนเงินรวม: ตรวจทั้งสองจำนวน',
    en: 'The largest single amount is above the total: check both amounts.',
  },
  unused: {
    th: 'ไม่มีการใช้อำนาจ จำนวนเงินต้องเป็น 0: แก้จำนวนครั้งหรือจำนวนเงิน',
    en: 'A power that was not used moves no money: correct the number of uses or enter 0.',
  },
  maxMissing: {
    th: 'มีจำนวนเงินรวมแต่ไม่มีจำนวนเงินสูงสุดต่อครั้ง: กรอกจำนวนเงินสูงสุดต่อครั้ง',
    en: 'There is a total but no largest single amount: enter the largest single amount.',
  },
} satisfies Record<string, Message>;
