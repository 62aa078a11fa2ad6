import { withSource } from '../base/legal-source.logic.ts';
import type { FieldProblem } from '../base/message.logic.ts';
import { thaiDate } from '../base/thai-date.logic.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import type { OitStep } from './oit-answer.logic.ts';

type WindowName = 'OIT_ANSWERS' | 'OIT_REVIEW' | 'OIT_APPEAL';

/** An item, with the calendar of its round. */
type ItemOfRound = {
  readonly checklistItem: {
    readonly round: {
      readonly steps: readonly { readonly step: string; readonly opensOn: Date; readonly closesOn: Date }[];
    };
  };
};

const windows: Readonly<Record<WindowName, { readonly th: string; readonly en: string }>> = {
  OIT_ANSWERS: { th: 'ตอบแบบตรวจ OIT', en: 'The OIT is answered' },
  OIT_REVIEW: { th: 'ตรวจคำตอบ OIT', en: 'The OIT is reviewed' },
  OIT_APPEAL: { th: 'อุทธรณ์ผลการตรวจ OIT', en: 'A review of the OIT is appealed against' },
};

const isoDay = (day: Date): string => day.toISOString().slice(0, 10);

const problem = (field: string, code: string, th: string, en: string): FieldProblem => ({
  field,
  code,
  message: withSource({ th, en }, 'itaCalendar'),
});

/** The days of a step of the round; null where the calendar has none. */
function daysOf(item: ItemOfRound, name: WindowName) {
  return item.checklistItem.round.steps.find(({ step }) => step === name) ?? null;
}

/** What is wrong with a day that lies outside the days of a step of the round, or of a round without them. */
function problemsOfDay(
  item: ItemOfRound,
  name: WindowName,
  { field, day }: { readonly field: string; readonly day: Date },
  isOpenEnded = false,
): FieldProblem[] {
  const days = daysOf(item, name);
  const { th, en } = windows[name];
  if (!days)
    return [
      problem(
        'oitItemId',
        'NO_CALENDAR',
        `รอบนี้ยังไม่มีวันในปฏิทินสำหรับ${th}`,
        `The calendar of the round has no days yet: ${en}.`,
      ),
    ];
  const { opensOn, closesOn } = days;
  if (day >= opensOn && (isOpenEnded || day <= closesOn)) return [];
  return isOpenEnded
    ? [problem(field, `BEFORE_${name}`, `${th}ตั้งแต่วันที่ ${thaiDate(opensOn)}`, `${en} from ${isoDay(opensOn)} on.`)]
    : [
        problem(
          field,
          `OUTSIDE_${name}`,
          `${th}ได้ตั้งแต่วันที่ ${thaiDate(opensOn)} ถึงวันที่ ${thaiDate(closesOn)}`,
          `${en} from ${isoDay(opensOn)} to ${isoDay(closesOn)}.`,
        ),
      ];
}

type WindowOfStep = { readonly name: WindowName; readonly field: string; readonly isOpenEnded?: boolean };

/** When each step is taken; a review is told of later, too. An appeal is decided whenever it is. */
const windowOf: Readonly<Record<OitStep, WindowOfStep | null>> = {
  ANSWER: { name: 'OIT_ANSWERS', field: 'oitItemId' },
  WITHDRAW: { name: 'OIT_ANSWERS', field: 'oitItemId' },
  REVIEW: { name: 'OIT_REVIEW', field: 'reviewedOn', isOpenEnded: true },
  APPEAL: { name: 'OIT_APPEAL', field: 'oitItemId' },
  DECIDE: null,
};

/** What is wrong with taking a step on a day, today where none is given. */
export function problemsOfStepOn(item: ItemOfRound, step: OitStep, day = todayInBangkok()): FieldProblem[] {
  const window = windowOf[step];
  return window ? problemsOfDay(item, window.name, { field: window.field, day }, window.isOpenEnded) : [];
}
