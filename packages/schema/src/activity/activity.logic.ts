import { fiscalYearOf } from '../base/fiscal-year.logic.ts';
import { withSource } from '../base/legal-source.logic.ts';
import type { FieldProblem, Message } from '../base/message.logic.ts';
import { type ActivityKindName, problemsOfKind } from './activity-kind.logic.ts';

const counts = ['invitedCount', 'attendedCount', 'passedCount', 'respondentCount'] as const;

/** An exact number of few digits, as the caller keeps it. */
type Exact = { toString(): string } | null | undefined;

/** What an activity says, as it would stand after an act. */
export type ActivityTerms = {
  readonly kind: ActivityKindName;
  readonly fiscalYear: number;
  readonly heldFrom: Date;
  readonly heldTo?: Date | null | undefined;
  readonly projectId?: string | null | undefined;
  readonly indicatorId?: string | null | undefined;
} & {
  readonly [Count in (typeof counts)[number]]?: number | null | undefined;
} & {
  readonly averageScore?: Exact;
  readonly scoreMax?: Exact;
  readonly percentPrinted?: string | null | undefined;
  readonly committeeId?: string | null | undefined;
  readonly agendaTh?: string | null | undefined;
  readonly resolutionsTh?: string | null | undefined;
};

const problem = (code: string, field: string, message: Message): FieldProblem => ({
  code,
  field,
  message: withSource(message, 'registry'),
});

function problemsOfDays({ fiscalYear, heldFrom, heldTo }: ActivityTerms): FieldProblem[] {
  const days = [
    ['heldFrom', heldFrom],
    ['heldTo', heldTo],
  ] as const;
  const outside = days.flatMap(([field, day]) =>
    day && fiscalYearOf(day) !== fiscalYear ? [problem('OUTSIDE_THE_YEAR', field, messages.outside)] : [],
  );
  return heldTo && heldTo < heldFrom
    ? [...outside, problem('ENDS_BEFORE_IT_BEGINS', 'heldTo', messages.order)]
    : outside;
}

function problemsOfCounts(terms: ActivityTerms): FieldProblem[] {
  const negative = counts.flatMap((field) =>
    (terms[field] ?? 0) < 0 ? [problem('BELOW_ZERO', field, messages.negative)] : [],
  );
  const { passedCount, attendedCount } = terms;
  const passed = passedCount ?? 0;
  if (passed > 0 && (attendedCount === null || attendedCount === undefined))
    return [...negative, problem('PASSED_WITHOUT_ATTENDED', 'attendedCount', messages.attendance)];
  return passed > (attendedCount ?? passed)
    ? [...negative, problem('PASSED_ABOVE_ATTENDED', 'passedCount', messages.passed)]
    : negative;
}

function problemsOfScore({ averageScore, scoreMax }: ActivityTerms): FieldProblem[] {
  if (scoreMax && !(Number(scoreMax) > 0)) return [problem('NO_SCALE', 'scoreMax', messages.scale)];
  if (!averageScore) return [];
  if (!scoreMax) return [problem('NO_SCALE', 'scoreMax', messages.scaleMissing)];
  const isOff = Number(averageScore) < 0 || Number(averageScore) > Number(scoreMax);
  return isOff ? [problem('SCORE_OFF_THE_SCALE', 'averageScore', messages.score)] : [];
}

/** Everything that is wrong with what an activity says. */
export const problemsOfActivity = (terms: ActivityTerms): FieldProblem[] => [
  ...problemsOfKind(terms.kind, terms),
  ...problemsOfDays(terms),
  ...problemsOfCounts(terms),
  ...problemsOfScore(terms),
  ...(terms.kind === 'COMMITTEE_MEETING' && !terms.committeeId
    ? [problem('NO_COMMITTEE', 'committeeId', messages.committee)]
    : []),
  ...(terms.indicatorId && !terms.projectId ? [problem('NO_PROJECT', 'projectId', messages.project)] : []),
];

/** What is in the way of confirming it: what has not been held yet is no fact. */
export const problemsOfRecording = (
  { heldFrom, heldTo }: { readonly heldFrom: Date; readonly heldTo: Date | null },
  today: Date,
): FieldProblem[] => ((heldTo ?? heldFrom) > today ? [problem('NOT_HELD_YET', 'heldFrom', messages.later)] : []);

const messages = {
  outside: {
    th: 'วันที่จัดต้องอยู่ในปีงบประมาณที่ระบุ: แก้วันที่หรือปีงบประมาณ',
    en: 'Its days lie in the fiscal year that is stated: correct the day or the year.',
  },
  order: { th: 'วันสุดท้ายต้องไม่อยู่ก่อนวันแรก', en: 'It does not end before it begins.' },
  negative: { th: 'จำนวนคนต้องไม่ติดลบ', en: 'A number of people is 0 or more.' },
  attendance: {
    th: 'มีจำนวนผู้ผ่านแต่ไม่มีจำนวนผู้เข้าร่วม: ระบุจำนวนผู้เข้าร่วม',
    en: 'It says how many passed, and not how many attended: give the number.',
  },
  passed: {
    th: 'จำนวนผู้ผ่านต้องไม่เกินจำนวนผู้เข้าร่วม',
    en: 'No more people pass than attend: correct one of the numbers.',
  },
  scale: { th: 'คะแนนเต็มต้องมากกว่า 0', en: 'The highest score is above 0.' },
  scaleMissing: { th: 'โปรดระบุคะแนนเต็มของคะแนนเฉลี่ย', en: 'Give the highest score of the scale of the mean.' },
  score: { th: 'คะแนนเฉลี่ยต้องอยู่ระหว่าง 0 ถึงคะแนนเต็ม', en: 'The mean score is from 0 to the highest score.' },
  project: {
    th: 'โปรดระบุโครงการของตัวชี้วัด',
    en: 'Name the project whose indicator it is.',
  },
  committee: { th: 'โปรดระบุคณะกรรมการที่ประชุม', en: 'Name the committee that met.' },
  later: {
    th: 'ยืนยันไม่ได้ก่อนวันที่จัด: ยืนยันเมื่อจัดแล้ว',
    en: 'It has not been held yet: confirm it afterwards.',
  },
} satisfies Record<string, Message>;
