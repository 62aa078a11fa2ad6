import { type RiskLevelName, riskLevels } from '../method/level.logic.ts';

/**
 * How many months after its latest assessment a risk is due for review. The source documents print no interval: this is the registry's own
 * rule, the higher the risk the sooner.
 */
export const reviewMonths: Readonly<Record<RiskLevelName, number>> = { EXTREME: 1, HIGH: 3, MEDIUM: 6, LOW: 12 };

const DUE_SOON_DAYS = 30;
const DAY_MS = 86_400_000;

export type ReviewedRisk = {
  readonly level: RiskLevelName | 'UNASSESSED';
  /** Day of the assessment that gives the current level; null when there is none. */
  readonly assessedOn: Date | null;
};

export type ReviewState = 'OVERDUE' | 'DUE_SOON' | 'CURRENT';

export const reviewStates: readonly ReviewState[] = ['OVERDUE', 'DUE_SOON', 'CURRENT'];

/** The same day of a later month, or its last day when the month is too short: 31 January and a month is 28 or 29 February. */
export function monthsAfter(day: Date, months: number): Date {
  const lastDay = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, Math.min(day.getUTCDate(), lastDay)));
}

/** The day by which a risk is to be assessed again; an unassessed one is due at once, that is today. */
export const reviewDueOn = ({ level, assessedOn }: ReviewedRisk, today: Date): Date =>
  level === 'UNASSESSED' || assessedOn === null ? today : monthsAfter(assessedOn, reviewMonths[level]);

/** A review is overdue from the day after it was due, and due soon on its last thirty days, the due day included. */
export function reviewState(risk: ReviewedRisk, today: Date): ReviewState {
  const daysLeft = (reviewDueOn(risk, today).getTime() - today.getTime()) / DAY_MS;
  if (daysLeft < 0) return 'OVERDUE';
  return daysLeft <= DUE_SOON_DAYS ? 'DUE_SOON' : 'CURRENT';
}

/** The first day of an assessment that, so many months later, is due for review no earlier than a day. */
function firstDayDueFrom(day: Date, months: number): Date {
  const before = monthsAfter(day, -months);
  // 31 March less a month is 28 February, from which a month leads to 28 March: the first of March is the first to reach the day.
  return monthsAfter(before, months) < day ? new Date(before.getTime() + DAY_MS) : before;
}

/** The stored risks whose review is in one of the given states on a day, in columns. */
export function whereReviewed(states: readonly ReviewState[], today: Date) {
  const afterSoon = new Date(today.getTime() + (DUE_SOON_DAYS + 1) * DAY_MS);
  const conditions = states.flatMap((state) => [
    ...(state === 'DUE_SOON' ? [{ level: 'UNASSESSED' as const }] : []),
    ...riskLevels.map((level) => {
      const due = firstDayDueFrom(today, reviewMonths[level]);
      const later = firstDayDueFrom(afterSoon, reviewMonths[level]);
      const assessedOn = { OVERDUE: { lt: due }, DUE_SOON: { gte: due, lt: later }, CURRENT: { gte: later } }[state];
      return { level, currentAssessment: { assessedOn } };
    }),
  ]);
  return { OR: conditions };
}
