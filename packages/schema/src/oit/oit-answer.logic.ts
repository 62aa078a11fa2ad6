import type { OitAnswer, OitAppealResult, OitReviewResult } from '@registry/prisma/generated/client/enums.ts';
import { fiscalYearDays } from '../base/fiscal-year.logic.ts';
import { monthsAfter } from '../base/months.logic.ts';
import { thresholds } from '../base/thresholds.logic.ts';

type Answered = {
  readonly isPublished: boolean;
  readonly coversYear: boolean;
  readonly currentOn: Date | null;
  readonly fiscalYear: number;
};

/**
 * Whether what answers an item is up to date on a day: it is published, about the year that is assessed, and was current within the months
 * after which anything published shows as out of date; once the year is over, counted from its end.
 */
export function isAnswerCurrent({ isPublished, coversYear, currentOn, fiscalYear }: Answered, day: Date): boolean {
  if (!isPublished || !coversYear) return false;
  const { lastDay } = fiscalYearDays(fiscalYear);
  return (
    currentOn === null || currentOn >= monthsAfter(day < lastDay ? day : lastDay, -thresholds.publicItemStaleMonths)
  );
}

/** How far an item has come. */
export const oitItemStates = ['UNANSWERED', 'ANSWERED', 'PASSED', 'FAILED', 'APPEALED', 'APPEAL_DECIDED'] as const;
export type OitItemState = (typeof oitItemStates)[number];

type Item = {
  readonly answer: OitAnswer;
  readonly reviewResult: OitReviewResult | null;
  readonly appealedOn: Date | null;
  readonly appealResult: OitAppealResult | null;
};

export function stateOf({ answer, reviewResult, appealedOn, appealResult }: Item): OitItemState {
  if (appealResult) return 'APPEAL_DECIDED';
  if (appealedOn) return 'APPEALED';
  return reviewResult ?? (answer === 'NONE' ? 'UNANSWERED' : 'ANSWERED');
}

export type OitStep = 'ANSWER' | 'WITHDRAW' | 'REVIEW' | 'APPEAL' | 'DECIDE';

/** From which states a step is taken. A result is recorded again to correct it, until it is appealed against. */
export const oitSteps: Readonly<Record<OitStep, readonly OitItemState[]>> = {
  ANSWER: ['UNANSWERED', 'ANSWERED'],
  WITHDRAW: ['ANSWERED'],
  REVIEW: ['ANSWERED', 'PASSED', 'FAILED'],
  APPEAL: ['FAILED'],
  DECIDE: ['APPEALED', 'APPEAL_DECIDED'],
};
