import { withSource } from '../base/legal-source.logic.ts';
import type { FieldProblem, Message } from '../base/message.logic.ts';

type Absent = null | undefined;

/** A seat as it is given. */
export type Seat = {
  readonly positionId: string;
  readonly role: string;
  readonly validFrom?: Date | Absent;
  readonly validTo?: Date | Absent;
};

const problem = (code: string, field: string, message: Message): FieldProblem => ({
  code,
  field,
  message: withSource(message, 'registry'),
});

const isBefore = (one: Date | Absent, other: Date | Absent): boolean => Boolean(one && other && one < other);

/** What is wrong with the seats of a committee: each position once in a role, for days that lie in those of the committee. */
export function problemsOfSeats(
  seats: readonly Seat[],
  { validFrom, validTo }: { readonly validFrom: Date; readonly validTo?: Date | Absent },
): FieldProblem[] {
  const taken = new Set<string>();
  return seats.flatMap((seat, index) => {
    const place = `members[${index}]`;
    const key = `${seat.positionId} ${seat.role}`;
    const isTwice = taken.has(key);
    taken.add(key);
    const isOutside =
      isBefore(seat.validFrom, validFrom) || isBefore(validTo, seat.validFrom) || isBefore(validTo, seat.validTo);
    return [
      ...(isTwice ? [problem('SEATED_TWICE', `${place}.positionId`, messages.twice)] : []),
      ...(isBefore(seat.validTo, seat.validFrom)
        ? [problem('ENDS_BEFORE_IT_BEGINS', `${place}.validTo`, messages.order)]
        : []),
      ...(isOutside ? [problem('OUTSIDE_THE_COMMITTEE', `${place}.validFrom`, messages.outside)] : []),
    ];
  });
}

/** What is in the way of confirming it: a committee has seats, and one chair. */
export function problemsOfCommittee(roles: readonly string[]): FieldProblem[] {
  if (roles.length === 0) return [problem('NO_MEMBERS', 'members', messages.empty)];
  const chairs = roles.filter((role) => role === 'CHAIR').length;
  return chairs === 1 ? [] : [problem('NOT_ONE_CHAIR', 'members', messages.chair)];
}

const messages = {
  twice: {
    th: 'ตำแหน่งเดียวกันมีหน้าที่เดียวกันมากกว่าหนึ่งครั้ง: รวมเป็นรายการเดียว',
    en: 'The same position has the same role twice: name it once.',
  },
  order: { th: 'วันสุดท้ายต้องไม่อยู่ก่อนวันแรก', en: 'It does not end before it begins.' },
  outside: {
    th: 'วันที่ของกรรมการต้องอยู่ในอายุของคณะกรรมการ',
    en: 'A seat lasts within the days of its committee.',
  },
  empty: { th: 'โปรดระบุกรรมการอย่างน้อยหนึ่งตำแหน่ง', en: 'Name at least one member.' },
  chair: { th: 'คณะกรรมการต้องมีประธานหนึ่งตำแหน่ง', en: 'A committee has one chair.' },
} satisfies Record<string, Message>;
