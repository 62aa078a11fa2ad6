import { withSource } from '../../base/legal-source.logic.ts';
import type { Message } from '../../base/message.logic.ts';
import { authority } from '../authority/authority.logic.ts';
import { type Amount, isLower } from '../authority/ceiling.logic.ts';
import { chainsHeldBy } from '../authority/chain.logic.ts';
import { overlap } from '../authority/in-force.logic.ts';
import { type GivenPowers, isSamePower, mayBePassedOn, type OrderLine } from '../authority/power-records.logic.ts';
import { nameOfStep, refusalMessage } from '../authority/refusal-message.logic.ts';
import { closesCycle } from './cycle.logic.ts';
import type { OrderProblem } from './issue-problem.logic.ts';

/** A line of an order with the day on which the order is signed, where it is known. */
export type SignedLine<A> = OrderLine<A> & { readonly signedOn: Date | null };

/** Why a line of an order may not be issued; `records` are those of the other orders and of the earlier lines of its own. */
export function problemsOfLine<A extends Amount<A>>(
  field: string,
  line: SignedLine<A>,
  records: GivenPowers<A>,
): OrderProblem[] {
  if (line.delegatorId === line.delegateId)
    return [{ code: 'DELEGATES_TO_ITSELF', field: `${field}.delegateId`, message: messages.toOneself }];
  return [
    ...(closesCycle(line, records.lines)
      ? [{ code: 'GOES_IN_CIRCLE' as const, field: `${field}.delegateId`, message: messages.cycle }]
      : []),
    ...problemsOfDelegator(field, line, records),
  ];
}

/** A delegator passes on only what it holds on the first day of the order and, if it signs later, still holds on the day of signature. */
function problemsOfDelegator<A extends Amount<A>>(
  field: string,
  line: SignedLine<A>,
  records: GivenPowers<A>,
): OrderProblem[] {
  const { effectiveFrom } = line.order;
  const atStart = problemsOnDay(field, line, records, { on: effectiveFrom, name: messages.firstDay });
  if (atStart.length > 0 || line.signedOn === null || line.signedOn <= effectiveFrom) return atStart;
  return problemsOnDay(field, line, records, { on: line.signedOn, name: messages.dayOfSignature });
}

function problemsOnDay<A extends Amount<A>>(
  field: string,
  { delegatorId: positionId, verb, processArea, ceilingAmount }: SignedLine<A>,
  records: GivenPowers<A>,
  { on, name }: { readonly on: Date; readonly name: Message },
): OrderProblem[] {
  const held = chainsHeldBy(positionId, records, { verb, processArea }, on);
  const passable = held.find(({ last }) => mayBePassedOn(last));
  if (passable !== undefined) {
    const { ceiling } = passable;
    return ceiling !== null && isLower(ceiling, ceilingAmount)
      ? [{ code: 'ABOVE_DELEGATOR', field: `${field}.ceilingAmount`, message: aboveDelegator(ceiling) }]
      : [];
  }
  // What a position holds as acting for another it passes on in the name of that other: as a delegator it has its own.
  const answer = authority({ ...records, appointments: [] }, { positionId, verb, processArea, on });
  return answer.may
    ? [{ code: 'NOT_SUBDELEGABLE', field: `${field}.delegatorId`, message: messages.notSubDelegable }]
    : [
        {
          code: 'DELEGATOR_LACKS_POWER',
          field: `${field}.delegatorId`,
          message: delegatorLacksPower(name, refusalMessage(answer)),
        },
      ];
}

/** Lines that give a delegate the same power from the same delegator on common days: allowed, but worth a look. */
export const overlapsOfLine = <A>(field: string, line: OrderLine<A>, lines: readonly OrderLine<A>[]): OrderProblem[] =>
  lines
    .filter(
      (other) =>
        other.delegatorId === line.delegatorId &&
        other.delegateId === line.delegateId &&
        isSamePower(other, line) &&
        overlap(other, line),
    )
    .map((other) => ({ code: 'LINES_OVERLAP', field, message: overlapsWith(nameOfStep(other)) }));

const messages = {
  firstDay: { th: 'วันแรกที่คำสั่งมีผล', en: 'the first day of the order' },
  dayOfSignature: { th: 'วันที่ลงนาม', en: 'the day of signature' },
  toOneself: {
    th: 'ผู้มอบอำนาจและผู้รับมอบอำนาจเป็นตำแหน่งเดียวกัน: เลือกผู้รับมอบอำนาจเป็นตำแหน่งอื่น',
    en: 'A position cannot delegate to itself: choose another delegate.',
  },
  cycle: {
    th: 'อำนาจจะวนกลับไปยังผู้มอบอำนาจ: เลือกผู้รับมอบอำนาจที่ไม่ได้มอบอำนาจนี้ให้ผู้มอบอำนาจ ไม่ว่าโดยตรงหรือผ่านตำแหน่งอื่น',
    en: 'The power would go round in a circle: choose a delegate from whom the delegator does not hold it, directly or through others.',
  },
  notSubDelegable: {
    th: 'ผู้มอบอำนาจได้รับอำนาจนี้โดยห้ามมอบอำนาจต่อ: เลือกผู้มอบอำนาจอื่น หรือแก้คำสั่งเดิมให้มอบอำนาจต่อได้ก่อน',
    en: 'The delegator holds this power without the right to pass it on: choose another delegator, or first issue an order that lets it.',
  },
} satisfies Record<string, Message>;

const delegatorLacksPower = (day: Message, { th, en }: Message): Message =>
  withSource(
    {
      th: `ผู้มอบอำนาจไม่มีอำนาจนี้ใน${day.th} (${th}): เลือกผู้มอบอำนาจที่มีอำนาจ หรือออกคำสั่งที่ให้อำนาจนั้นก่อน`,
      en: `The delegator does not hold this power on ${day.en}. ${en} Choose a delegator that holds it, or first issue the order that gives it.`,
    },
    'delegation',
  );

function aboveDelegator<A extends Amount<A>>(ceiling: A): Message {
  const baht = ceiling.toFixed(2);
  return {
    th: `ผู้มอบอำนาจมีอำนาจไม่เกิน ${baht} บาท: กำหนดวงเงินไม่เกินจำนวนนี้`,
    en: `The delegator holds this power up to ${baht} baht: enter a ceiling that is not above it.`,
  };
}

const overlapsWith = ({ th, en }: Message): Message => ({
  th: `ซ้อนกับ${th} ที่มอบอำนาจเดียวกันให้ผู้รับมอบอำนาจเดียวกันในช่วงเวลาเดียวกัน`,
  en: `${en} gives the same delegate the same power on some of the same days.`,
});
