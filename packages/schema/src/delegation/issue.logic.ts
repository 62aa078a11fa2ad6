import type { FieldProblem, Message } from '../core/message.logic.ts';
import type { Amount } from './ceiling.logic.ts';
import { overlapsOfLine, problemsOfLine } from './issue-line.logic.ts';
import type { OrderLine, PowerRecords } from './power-records.logic.ts';

export type DraftLine<A> = Omit<OrderLine<A>, 'orderId' | 'order' | 'revokedOn'>;

export type DraftOrder<A> = {
  readonly id: string;
  readonly orderNo: string;
  readonly year: number;
  readonly signedOn: Date | null;
  readonly signedByPositionId: string | null;
  readonly effectiveFrom: Date | null;
  readonly effectiveTo: Date | null;
  readonly powers: readonly DraftLine<A>[];
};

export type IssueCheck = {
  /** Why the order cannot be issued, each by its path in the order, such as `powers[2].ceilingAmount`. */
  readonly problems: FieldProblem[];
  /** What people should look at; the order can be issued all the same. */
  readonly notices: FieldProblem[];
};

/**
 * All that is wrong with a draft that is to be issued, and all that is worth a look. `records` are those of the agency as they will be
 * then: lines that the draft takes back already carry their `revokedOn`. A line may build on the lines before it.
 */
export function checkIssue<A extends Amount<A>>(
  draft: DraftOrder<A>,
  records: PowerRecords<A>,
  today: Date,
): IssueCheck {
  const order = checkSignature(draft, today);
  const problems = [
    ...order.problems,
    ...(draft.powers.length === 0 ? [{ field: 'powers', message: messages.noLines }] : []),
  ];
  const others = records.lines.filter(({ orderId }) => orderId !== draft.id);
  const own = linesAsIssued(draft);
  const checks = own.map((line, index) => {
    const field = `powers[${index}]`;
    const lines = [...others, ...own.slice(0, index)];
    return {
      problems: problemsOfLine(field, line, { statutoryPowers: records.statutoryPowers, lines }),
      notices: overlapsOfLine(field, line, lines),
    };
  });
  return {
    problems: [...problems, ...checks.flatMap((check) => check.problems)],
    notices: [...order.notices, ...checks.flatMap((check) => check.notices)],
  };
}

function checkSignature<A>(
  { signedOn, signedByPositionId, effectiveFrom, effectiveTo }: DraftOrder<A>,
  today: Date,
): IssueCheck {
  const endsBeforeStart = effectiveFrom !== null && effectiveTo !== null && effectiveTo < effectiveFrom;
  const isBackdated = effectiveFrom !== null && signedOn !== null && signedOn > effectiveFrom;
  return {
    problems: [
      ...(signedOn === null ? [{ field: 'signedOn', message: messages.unsigned }] : []),
      ...(signedOn !== null && signedOn > today ? [{ field: 'signedOn', message: messages.notYetSigned }] : []),
      ...(signedByPositionId === null ? [{ field: 'signedByPositionId', message: messages.nobodySigned }] : []),
      ...(effectiveFrom === null ? [{ field: 'effectiveFrom', message: messages.noFirstDay }] : []),
      ...(endsBeforeStart ? [{ field: 'effectiveTo', message: messages.endsBeforeStart }] : []),
    ],
    notices: isBackdated ? [{ field: 'signedOn', message: messages.backdated }] : [],
  };
}

/** Without a first day there is no day on which to ask who holds what: the lines are checked once it is given. */
function linesAsIssued<A>({ id, orderNo, year, effectiveFrom, effectiveTo, powers }: DraftOrder<A>): OrderLine<A>[] {
  if (effectiveFrom === null) return [];
  const order = { orderNo, year, status: 'ISSUED', effectiveFrom, effectiveTo, endedOn: null } as const;
  return powers.map((line) => ({ ...line, orderId: id, revokedOn: null, order }));
}

const messages = {
  noLines: { th: 'คำสั่งยังไม่มีอำนาจที่มอบ: เพิ่มอย่างน้อยหนึ่งรายการ', en: 'The order delegates nothing: add at least one line.' },
  unsigned: { th: 'กรุณาระบุวันที่ลงนามก่อนออกคำสั่ง', en: 'Enter the date of signature before the order is issued.' },
  notYetSigned: {
    th: 'วันที่ลงนามยังไม่มาถึง: ออกคำสั่งได้ตั้งแต่วันที่ลงนาม',
    en: 'The date of signature is in the future: issue the order once it is signed.',
  },
  nobodySigned: {
    th: 'กรุณาระบุตำแหน่งผู้ลงนามก่อนออกคำสั่ง',
    en: 'Enter the position that signed before the order is issued.',
  },
  noFirstDay: {
    th: 'กรุณาระบุวันแรกที่มีผล แล้วตรวจรายการอำนาจอีกครั้ง',
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
} satisfies Record<string, Message>;
