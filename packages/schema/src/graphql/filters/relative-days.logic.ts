import type { FieldProblem } from '../../base/message.logic.ts';
import { operatorsOf, type Where } from './filter.logic.ts';

/** How far from today a filter may look, in days either way: a hundred years. */
export const DAYS_FROM_TODAY_MAX = 36_525;

const DAY_MS = 86_400_000;
/** Bangkok is seven hours ahead of UTC all year. */
const AHEAD_MS = 7 * 3_600_000;

type Operator = readonly [string, unknown];

const problem = (field: string): FieldProblem => ({
  field,
  message: {
    th: `จำนวนวันนับจากวันนี้ต้องไม่เกิน ${DAYS_FROM_TODAY_MAX} วัน`,
    en: `Days from today must be at most ${DAYS_FROM_TODAY_MAX}, ahead or back.`,
  },
});

/** A day, as it is kept in a column of days: midnight in UTC. */
const dayAt = (today: Date, days: number): Date => new Date(today.getTime() + days * DAY_MS);
/** When a day begins in Bangkok. */
const beginningOf = (today: Date, days: number): Date => new Date(dayAt(today, days).getTime() - AHEAD_MS);

/** An operator on the day of a moment, said of the moment. */
function ofMoment(operator: string, today: Date, days: number): Operator[] {
  const begins = beginningOf(today, days);
  const ends = beginningOf(today, days + 1);
  if (operator === 'eq') return [...ofMoment('gte', today, days), ...ofMoment('lte', today, days)];
  if (operator === 'gt') return [['gte', ends]];
  return operator === 'lte' ? [['lt', ends]] : [[operator, begins]];
}

/** What kind of time a column keeps, and which day it is in Bangkok. */
export type Calendar = { readonly isDay: boolean; readonly today: Date };

/**
 * The operators of `today: { gte: 0, lte: 90 }`, which counts days from today, as operators on the column itself. Nothing that is not a
 * number of days within reach is looked for.
 */
export function daysFromToday(
  filter: Where,
  { isDay, today }: Calendar,
  { path, problems }: { readonly path: string; readonly problems: FieldProblem[] },
): Operator[] {
  return operatorsOf(filter).flatMap(([operator, days]): Operator[] => {
    if (days === null) return [[operator, null]];
    const isWithinReach = typeof days === 'number' && Math.abs(days) <= DAYS_FROM_TODAY_MAX;
    if (!isWithinReach) {
      problems.push(problem(`${path}.${operator}`));
      return [];
    }
    return isDay ? [[operator, dayAt(today, days)]] : ofMoment(operator, today, days);
  });
}
