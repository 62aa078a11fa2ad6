import { fiscalYearDays, fiscalYearOf, quarterOf } from '../base/fiscal-year.logic.ts';
import { withSource } from '../base/legal-source.logic.ts';
import type { FieldProblem, Message } from '../base/message.logic.ts';

export type Half = 1 | 2;
export type GiftPeriod = { readonly fiscalYear: number; readonly half: Half };

/** A period as somebody states it: the half is checked. */
type StatedPeriod = { readonly fiscalYear: number; readonly half: number };

/** The half of its fiscal year in which a day lies: October to March is half 1. */
export const periodOf = (day: Date): GiftPeriod => ({
  fiscalYear: fiscalYearOf(day),
  half: quarterOf(day) <= 2 ? 1 : 2,
});

/** The last day of a half-year: 31 March or 30 September. */
export function lastDayOf({ fiscalYear, half }: GiftPeriod): Date {
  const { lastDay } = fiscalYearDays(fiscalYear);
  return half === 2 ? lastDay : new Date(Date.UTC(lastDay.getUTCFullYear(), 2, 31));
}

export type GiftOutcomeName = 'REFUSED' | 'RETURNED' | 'HANDED_OVER' | 'KEPT';

type Gift = {
  readonly offeredOn: Date;
  readonly receivedOn: Date | null;
  readonly settledOn: Date | null;
  readonly outcome: GiftOutcomeName;
};

/** What does not fit together in a report: the order of its days, and what was done with what was never, or was, received. */
export function problemsOfGift({ offeredOn, receivedOn, settledOn, outcome }: Gift, today: Date): FieldProblem[] {
  const isRefused = outcome === 'REFUSED';
  const checks: readonly [boolean, string, string, Message][] = [
    [offeredOn > today, 'OFFERED_LATER', 'offeredOn', messages.later],
    [receivedOn !== null && receivedOn > today, 'RECEIVED_LATER', 'receivedOn', messages.later],
    [settledOn !== null && settledOn > today, 'SETTLED_LATER', 'settledOn', messages.later],
    [receivedOn !== null && receivedOn < offeredOn, 'RECEIVED_BEFORE_OFFERED', 'receivedOn', messages.beforeOffer],
    [settledOn !== null && settledOn < (receivedOn ?? offeredOn), 'SETTLED_BEFORE', 'settledOn', messages.beforeGift],
    [isRefused && receivedOn !== null, 'REFUSED_AND_RECEIVED', 'receivedOn', messages.refused],
    [!isRefused && receivedOn === null, 'NOT_RECEIVED', 'receivedOn', messages.received],
  ];
  return checks.flatMap(([isWrong, code, field, message]) =>
    isWrong ? [{ code, field, message: withSource(message, 'registry') }] : [],
  );
}

/** What is wrong with stating none for a half-year: it has not ended. That it has reports is known to the database alone. */
export function problemsOfNone({ fiscalYear, half }: StatedPeriod, today: Date): FieldProblem[] {
  if (half !== 1 && half !== 2)
    return [{ code: 'NO_SUCH_HALF', field: 'half', message: withSource(messages.half, 'registry') }];
  return lastDayOf({ fiscalYear, half }) < today
    ? []
    : [{ code: 'PERIOD_RUNS', field: 'half', message: withSource(messages.running, 'registry') }];
}

const messages = {
  later: { th: 'วันที่ต้องไม่อยู่หลังวันนี้', en: 'The day must not be in the future.' },
  beforeOffer: { th: 'วันที่ได้รับต้องไม่อยู่ก่อนวันที่ถูกเสนอ', en: 'Nothing is received before it is offered.' },
  beforeGift: {
    th: 'วันที่ดำเนินการต้องไม่อยู่ก่อนวันที่ได้รับหรือถูกเสนอ',
    en: 'Nothing is done with it before it is received or offered.',
  },
  refused: {
    th: 'สิ่งที่ปฏิเสธไม่มีวันที่ได้รับ: หากได้รับแล้วส่งคืน ให้ระบุว่าส่งคืน',
    en: 'What was refused was not received: say RETURNED for what was given back.',
  },
  received: {
    th: 'สิ่งที่ส่งคืน ส่งมอบ หรือรับไว้ ต้องมีวันที่ได้รับ',
    en: 'What was returned, handed over or kept was received on a day.',
  },
  half: { th: 'half ต้องเป็น 1 (ตุลาคมถึงมีนาคม) หรือ 2', en: 'half is 1 (October to March) or 2.' },
  running: {
    th: 'ยังไม่สิ้นครึ่งปีนี้: แจ้งว่าไม่มีได้เมื่อสิ้นครึ่งปีแล้ว',
    en: 'The half-year has not ended: none is stated once it has.',
  },
} satisfies Record<string, Message>;
