import { monthsAfter } from '../base/months.logic.ts';
import { reviewMonths, thresholds } from '../base/thresholds.logic.ts';
import { type RiskLevelName, riskLevels } from '../method/level.logic.ts';

const { dueSoonDays } = thresholds;
const DAY_MS = 86_400_000;

export type ReviewedRisk = {
  readonly level: RiskLevelName | 'UNASSESSED';
  /** Day of the assessment that gives the current level; null when there is none. */
  readonly assessedOn: Date | null;
  /** Whether the registry's rule applies: not to a register that was only imported. */
  readonly isOwed: boolean;
};

export type ReviewState = 'OVERDUE' | 'DUE_SOON' | 'CURRENT' | 'NOT_OWED';

export const reviewStates: readonly ReviewState[] = ['OVERDUE', 'DUE_SOON', 'CURRENT', 'NOT_OWED'];

/** The day by which a risk is to be assessed again; today for an unassessed one. Null where no review is owed. */
export function reviewDueOn({ level, assessedOn, isOwed }: ReviewedRisk, today: Date): Date | null {
  if (!isOwed) return null;
  return level === 'UNASSESSED' || assessedOn === null ? today : monthsAfter(assessedOn, reviewMonths[level]);
}

/** A review is overdue from the day after it was due, and due soon on its last thirty days, the due day included. */
export function reviewState(risk: ReviewedRisk, today: Date): ReviewState {
  const dueOn = reviewDueOn(risk, today);
  if (dueOn === null) return 'NOT_OWED';
  const daysLeft = (dueOn.getTime() - today.getTime()) / DAY_MS;
  if (daysLeft < 0) return 'OVERDUE';
  return daysLeft <= dueSoonDays ? 'DUE_SOON' : 'CURRENT';
}

/** The first day of an assessment that, so many months later, is due for review no earlier than a day. */
export function firstDayDueFrom(day: Date, months: number): Date {
  const before = monthsAfter(day, -months);
  // 31 March less a month is 28 February, from which a month leads to 28 March: the first of March is the first to reach the day.
  return monthsAfter(before, months) < day ? new Date(before.getTime() + DAY_MS) : before;
}

const owed = { register: { isImported: false } };
const notOwed = { register: { isImported: true } };

/** The stored risks whose review is in one of the given states on a day, in columns. */
export function whereReviewed(states: readonly ReviewState[], today: Date) {
  const afterSoon = new Date(today.getTime() + (dueSoonDays + 1) * DAY_MS);
  const conditions = states.map((state) => {
    if (state === 'NOT_OWED') return notOwed;
    const byLevel = riskLevels.map((level) => {
      const due = firstDayDueFrom(today, reviewMonths[level]);
      const later = firstDayDueFrom(afterSoon, reviewMonths[level]);
      const assessedOn = { OVERDUE: { lt: due }, DUE_SOON: { gte: due, lt: later }, CURRENT: { gte: later } }[state];
      return { level, currentAssessment: { assessedOn } };
    });
    const unassessed = state === 'DUE_SOON' ? [{ level: 'UNASSESSED' as const }] : [];
    return { ...owed, OR: [...unassessed, ...byLevel] };
  });
  return { OR: conditions };
}
