import { withSource } from '../base/legal-source.logic.ts';
import type { FieldProblem, Message } from '../base/message.logic.ts';

/** A rule set as proposed; scores and weights in hundredths, grades from the best. */
export type RuleSetDraft = {
  readonly passMark: number;
  readonly instruments: readonly { readonly code: string; readonly weight: number }[];
  readonly indicators: readonly { readonly number: number; readonly instrumentCode: string }[];
  readonly grades: readonly {
    readonly code: string;
    readonly leastTotal: number;
    readonly leastOfEachInstrument: number | null;
  }[];
};

const FULL = 10_000;

const problem = (code: string, field: string, message: Message): FieldProblem => ({
  code,
  field,
  message: withSource(message, 'registry'),
});

const isScore = (value: number): boolean => 0 <= value && value <= FULL;

/** The places at which a value stands that stood before. */
const repeated = (values: readonly (string | number)[]): number[] =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));

function instrumentProblems({ instruments, indicators }: RuleSetDraft): FieldProblem[] {
  const sum = instruments.reduce((all, { weight }) => all + weight, 0);
  return [
    ...repeated(instruments.map(({ code }) => code)).map((index) =>
      problem('INSTRUMENT_TWICE', `instruments[${index}].instrument`, {
        th: 'มีเครื่องมือนี้ซ้ำ โปรดเหลือไว้รายการเดียว',
        en: 'This instrument is given twice: keep one.',
      }),
    ),
    ...instruments.flatMap(({ code, weight }, index) => [
      ...(weight > 0 && weight <= FULL
        ? []
        : [
            problem('WEIGHT_OUT_OF_RANGE', `instruments[${index}].weightPercent`, {
              th: 'น้ำหนักต้องมากกว่า 0 และไม่เกิน 100',
              en: 'A weight is above 0 and at most 100.',
            }),
          ]),
      ...(indicators.some(({ instrumentCode }) => instrumentCode === code)
        ? []
        : [
            problem('INSTRUMENT_WITHOUT_INDICATORS', `instruments[${index}].instrument`, {
              th: 'เครื่องมือนี้ยังไม่มีตัวชี้วัด',
              en: 'No indicator is measured by this instrument.',
            }),
          ]),
    ]),
    ...(sum === FULL
      ? []
      : [
          problem('WEIGHTS_DO_NOT_ADD_UP', 'instruments', {
            th: 'น้ำหนักของเครื่องมือรวมกันต้องได้ 100',
            en: 'The weights of the instruments must add up to 100.',
          }),
        ]),
  ];
}

function indicatorProblems({ instruments, indicators }: RuleSetDraft): FieldProblem[] {
  const numbers = indicators.map(({ number }) => number);
  const isUnbroken = [...new Set(numbers)].sort((one, other) => one - other).every((number, at) => number === at + 1);
  return [
    ...repeated(numbers).map((index) =>
      problem('INDICATOR_TWICE', `indicators[${index}].number`, {
        th: 'ตัวชี้วัดหนึ่งอยู่ในเครื่องมือเดียว และมีลำดับซ้ำไม่ได้',
        en: 'An indicator belongs to one instrument, and its number is given once.',
      }),
    ),
    ...indicators.flatMap(({ instrumentCode }, index) =>
      instruments.some(({ code }) => code === instrumentCode)
        ? []
        : [
            problem('INDICATOR_WITHOUT_INSTRUMENT', `indicators[${index}].instrument`, {
              th: 'ไม่มีเครื่องมือนี้ในชุดเกณฑ์',
              en: 'The rule set does not have this instrument.',
            }),
          ],
    ),
    ...(isUnbroken
      ? []
      : [
          problem('INDICATOR_NUMBERS_BROKEN', 'indicators', {
            th: 'ลำดับตัวชี้วัดต้องเริ่มที่ 1 และไม่ขาดช่วง',
            en: 'Indicators are numbered from 1 without a gap.',
          }),
        ]),
  ];
}

/** Whether a grade takes less than the better one before it, and no more in anything: else no score would ever reach it, or two would. */
const isBelow = (
  { leastTotal, leastOfEachInstrument }: RuleSetDraft['grades'][number],
  better: RuleSetDraft['grades'][number],
): boolean => {
  const [own, other] = [leastOfEachInstrument ?? 0, better.leastOfEachInstrument ?? 0];
  return leastTotal <= better.leastTotal && own <= other && (leastTotal < better.leastTotal || own < other);
};

function gradeProblems({ grades, passMark }: RuleSetDraft): FieldProblem[] {
  const last = grades.at(-1);
  return [
    ...repeated(grades.map(({ code }) => code)).map((index) =>
      problem('GRADE_TWICE', `grades[${index}].code`, {
        th: 'รหัสระดับซ้ำ',
        en: 'The code of a grade is given once.',
      }),
    ),
    ...grades.flatMap((grade, index) => {
      const better = grades[index - 1];
      return [
        ...(isScore(grade.leastTotal) && isScore(grade.leastOfEachInstrument ?? 0)
          ? []
          : [
              problem('SCORE_OUT_OF_RANGE', `grades[${index}].leastTotal`, {
                th: 'คะแนนขั้นต่ำต้องอยู่ระหว่าง 0 ถึง 100',
                en: 'Least scores are from 0 to 100.',
              }),
            ]),
        ...(better && !isBelow(grade, better)
          ? [
              problem('GRADES_OVERLAP', `grades[${index}].leastTotal`, {
                th: 'ระดับต้องเรียงจากสูงสุด และต้องขอน้อยกว่าระดับก่อนหน้า มิฉะนั้นไม่มีคะแนนใดได้ระดับนี้',
                en: 'Grades come from the best, and each asks for less than the one before it: else no score would reach it.',
              }),
            ]
          : []),
      ];
    }),
    ...(last && last.leastTotal === 0 && !last.leastOfEachInstrument
      ? []
      : [
          problem('GRADES_LEAVE_A_GAP', 'grades', {
            th: 'ระดับสุดท้ายต้องเริ่มที่ 0 และไม่ขอคะแนนของเครื่องมือ เพื่อให้ทุกคะแนนมีระดับ',
            en: 'The last grade begins at 0 and asks for no instrument, so that every score has a grade.',
          }),
        ]),
    ...(grades.some(({ leastTotal }) => leastTotal === passMark)
      ? []
      : [
          problem('PASS_MARK_WITHIN_GRADE', 'passMark', {
            th: 'เกณฑ์ผ่านต้องเป็นคะแนนขั้นต่ำของระดับหนึ่ง',
            en: 'The pass mark is the least total of a grade.',
          }),
        ]),
  ];
}

/** Everything that is wrong with a proposed rule set. */
export const problemsOfRuleSet = (draft: RuleSetDraft): FieldProblem[] => [
  ...instrumentProblems(draft),
  ...indicatorProblems(draft),
  ...gradeProblems(draft),
];
