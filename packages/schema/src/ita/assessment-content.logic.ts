import { withSource } from '../base/legal-source.logic.ts';
import type { FieldProblem, Message } from '../base/message.logic.ts';
import { rounded, scoreOf } from './score.logic.ts';

/** What an agency says of a result, in the form in which it is kept; texts are cleaned, digits Arabic. */
export type AssessmentContent = {
  readonly totalPrinted?: string | null;
  readonly instruments?: readonly {
    readonly code: string;
    readonly scorePrinted: string | null;
    readonly weightedPrinted: string | null;
    readonly respondentCount: number | null;
  }[];
  readonly indicators?: readonly { readonly number: number; readonly averagePrinted: string }[];
  readonly respondentTables?: readonly {
    readonly number: string;
    readonly instrumentCode: string;
    readonly totalCountPrinted: number | null;
    readonly totalPercentPrinted: string | null;
    readonly rows: readonly { readonly countPrinted: number | null; readonly percentPrinted: string | null }[];
  }[];
};

/** The instruments and indicators that the rules of the year know. */
export type KnownParts = { readonly instruments: readonly string[]; readonly indicators: readonly number[] };

const problem = (code: string, field: string, message: Message): FieldProblem => ({
  code,
  field,
  message: withSource(message, 'registry'),
});

const FULL_SCORE = 10_000;

/** A printed score: a number from 0 to 100, with as many decimals as are printed. */
function scoreProblems(field: string, text: string | null | undefined): FieldProblem[] {
  if (text === null || text === undefined) return [];
  const score = scoreOf(text);
  return score && rounded(score) <= FULL_SCORE
    ? []
    : [
        problem('SCORE_OUT_OF_RANGE', field, {
          th: `${field} ต้องเป็นตัวเลขตั้งแต่ 0 ถึง 100 เขียนตามที่พิมพ์ เช่น 94.68`,
          en: `${field} must be a number from 0 to 100, written as it is printed, such as 94.68.`,
        }),
      ];
}

/** A printed percentage: kept as it is, also where it disagrees with the counts; a table may add up to more than 100. */
function percentProblems(field: string, text: string | null): FieldProblem[] {
  return text === null || scoreOf(text)
    ? []
    : [
        problem('NOT_A_PERCENTAGE', field, {
          th: `${field} ต้องเป็นตัวเลขร้อยละ เขียนตามที่พิมพ์ เช่น 12.61`,
          en: `${field} must be a percentage, written as it is printed, such as 12.61.`,
        }),
      ];
}

const countProblems = (field: string, count: number | null): FieldProblem[] =>
  count === null || count >= 0
    ? []
    : [problem('COUNT_BELOW_ZERO', field, { th: `${field} ต้องไม่ติดลบ`, en: `${field} must not be negative.` })];

/** Every entry once, and none that the rules of the year do not know. */
function partProblems<Part>(
  list: string,
  given: readonly Part[],
  known: readonly Part[],
  { code, field, th, en }: Message & { readonly code: string; readonly field: string },
): FieldProblem[] {
  return given.flatMap((part, index) => {
    const place = `${list}[${index}].${field}`;
    if (!known.includes(part))
      return [
        problem(`${code}_UNKNOWN`, place, {
          th: `เกณฑ์ของปีนี้ไม่มี${th} ${part} มี ${known.join(', ')}`,
          en: `The rules of this year have no ${en} ${part}: they have ${known.join(', ')}.`,
        }),
      ];
    return given.indexOf(part) < index
      ? [problem(`${code}_TWICE`, place, { th: `มี${th} ${part} ซ้ำ`, en: `There is a second ${en} ${part}: keep one.` })]
      : [];
  });
}

function tableProblems(tables: NonNullable<AssessmentContent['respondentTables']>, known: KnownParts): FieldProblem[] {
  return tables.flatMap(({ number, instrumentCode, totalCountPrinted, totalPercentPrinted, rows }, index) => {
    const place = `respondentTables[${index}]`;
    return [
      ...(tables.findIndex((other) => other.number === number) < index
        ? [
            problem('TABLE_TWICE', `${place}.number`, {
              th: `มีตาราง ${number} ซ้ำ`,
              en: `There is a second table ${number}: keep one.`,
            }),
          ]
        : []),
      ...(known.instruments.includes(instrumentCode)
        ? []
        : [
            problem('INSTRUMENT_UNKNOWN', `${place}.instrument`, {
              th: 'เกณฑ์ของปีนี้ไม่มีเครื่องมือนี้',
              en: 'The rules of this year do not have this instrument.',
            }),
          ]),
      ...countProblems(`${place}.totalCountPrinted`, totalCountPrinted),
      ...percentProblems(`${place}.totalPercentPrinted`, totalPercentPrinted),
      ...rows.flatMap((row, at) => [
        ...countProblems(`${place}.rows[${at}].countPrinted`, row.countPrinted),
        ...percentProblems(`${place}.rows[${at}].percentPrinted`, row.percentPrinted),
      ]),
    ];
  });
}

/** Everything that is wrong with what is said of a result. Figures that disagree are no mistake of whoever copies them: they become findings. */
export function problemsOfContent(
  { totalPrinted, instruments = [], indicators = [], respondentTables = [] }: AssessmentContent,
  known: KnownParts,
): FieldProblem[] {
  return [
    ...scoreProblems('totalPrinted', totalPrinted),
    ...partProblems(
      'instruments',
      instruments.map(({ code }) => code),
      known.instruments,
      {
        code: 'INSTRUMENT',
        field: 'instrument',
        th: 'เครื่องมือ',
        en: 'instrument',
      },
    ),
    ...instruments.flatMap(({ scorePrinted, weightedPrinted, respondentCount }, index) => [
      ...scoreProblems(`instruments[${index}].scorePrinted`, scorePrinted),
      ...scoreProblems(`instruments[${index}].weightedPrinted`, weightedPrinted),
      ...countProblems(`instruments[${index}].respondents`, respondentCount),
    ]),
    ...partProblems(
      'indicators',
      indicators.map(({ number }) => number),
      known.indicators,
      {
        code: 'INDICATOR',
        field: 'number',
        th: 'ตัวชี้วัดที่',
        en: 'indicator',
      },
    ),
    ...indicators.flatMap(({ averagePrinted }, index) =>
      scoreProblems(`indicators[${index}].averagePrinted`, averagePrinted),
    ),
    ...tableProblems(respondentTables, known),
  ];
}
