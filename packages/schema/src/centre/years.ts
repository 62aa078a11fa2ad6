import { invalidInput } from '../base/errors.ts';
import type { FieldProblem } from '../base/message.logic.ts';
import { builder } from '../graphql/builder.ts';
import { most } from '../graphql/limits/parts.logic.ts';

type Year = number | null | undefined;

/** The fiscal years that a question is about: one, or all from one to another. */
export type AskedYears = { readonly fiscalYear?: Year; readonly fiscalYearFrom?: Year; readonly fiscalYearTo?: Year };

export const yearArguments = builder.args((t) => ({
  fiscalYear: t.field({
    type: 'FiscalYear',
    description: 'ปีงบประมาณเดียว · One fiscal year; give this, or `fiscalYearFrom` and `fiscalYearTo`.',
  }),
  fiscalYearFrom: t.field({
    type: 'FiscalYear',
    description: 'ตั้งแต่ปีงบประมาณ · The first of several fiscal years.',
  }),
  fiscalYearTo: t.field({
    type: 'FiscalYear',
    description: `ถึงปีงบประมาณ (ไม่เกิน ${most.yearsOfQuestion} ปี) · The last of them, at most ${most.yearsOfQuestion} years in all.`,
  }),
}));

const problem = (field: string, th: string, en: string): FieldProblem[] => [{ field, message: { th, en } }];

function problemsOf({ fiscalYear, fiscalYearFrom, fiscalYearTo }: AskedYears): FieldProblem[] {
  const isRange = Boolean(fiscalYearFrom || fiscalYearTo);
  if (fiscalYear && isRange)
    return problem(
      'fiscalYear',
      'ระบุปีงบประมาณเดียว หรือช่วงปี อย่างใดอย่างหนึ่ง',
      'Give one fiscal year, or the first and the last of several, not both.',
    );
  if (fiscalYear) return [];
  if (!fiscalYearFrom || !fiscalYearTo)
    return problem(
      isRange ? (fiscalYearFrom ? 'fiscalYearTo' : 'fiscalYearFrom') : 'fiscalYear',
      'ต้องระบุปีงบประมาณ หรือปีแรกและปีสุดท้ายของช่วงปี',
      'Give a fiscal year, or the first and the last of several.',
    );
  if (fiscalYearFrom > fiscalYearTo)
    return problem('fiscalYearTo', 'ปีสุดท้ายต้องไม่ก่อนปีแรก', 'The last year is not before the first.');
  return fiscalYearTo - fiscalYearFrom < most.yearsOfQuestion
    ? []
    : problem(
        'fiscalYearTo',
        `ช่วงปียาวได้ไม่เกิน ${most.yearsOfQuestion} ปี`,
        `At most ${most.yearsOfQuestion} years are asked about at once.`,
      );
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_unused, place) => from + place);

/** The years that are asked about, in order. Errors: INVALID_INPUT, where the arguments contradict each other. */
export function yearsOf(asked: AskedYears): number[] {
  const problems = problemsOf(asked);
  if (problems.length > 0) throw invalidInput(...problems);
  return range(asked.fiscalYear ?? asked.fiscalYearFrom ?? 0, asked.fiscalYear ?? asked.fiscalYearTo ?? 0);
}

/** How many years there are, for the cost of a question that is not checked yet. */
export const yearsMax = ({ fiscalYearFrom, fiscalYearTo }: AskedYears): number =>
  Math.max(1, (fiscalYearTo ?? 0) - (fiscalYearFrom ?? fiscalYearTo ?? 0) + 1);
