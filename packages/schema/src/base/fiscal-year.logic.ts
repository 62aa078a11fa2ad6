import { BUDDHIST_ERA_OFFSET, buddhistYear } from './buddhist-year.logic.ts';

export type Quarter = 1 | 2 | 3 | 4;

/** First and last day, both included. */
export type DayRange = { readonly firstDay: Date; readonly lastDay: Date };

/**
 * The fiscal year (Buddhist era) of a day. It starts on 1 October of the year before and has that later year's name
 * (Budget Procedure Act B.E. 2561, section 4): FY2567 is 1 October 2023 to 30 September 2024.
 */
export const fiscalYearOf = (day: Date): number => buddhistYear(day) + (day.getUTCMonth() >= 9 ? 1 : 0);

/** The quarter of its fiscal year in which a day lies: October to December is quarter 1. */
export function quarterOf(day: Date): Quarter {
  const month = day.getUTCMonth();
  if (month >= 9) return 1;
  if (month >= 6) return 4;
  return month >= 3 ? 3 : 2;
}

/** A day of a fiscal year by its month: month 0 is October, and day 0 the last day of the month before. */
const dayOfFiscalYear = (fiscalYear: number, month: number, dayOfMonth: number): Date =>
  new Date(Date.UTC(fiscalYear - BUDDHIST_ERA_OFFSET - 1, 9 + month, dayOfMonth));

export const fiscalYearDays = (fiscalYear: number): DayRange => ({
  firstDay: dayOfFiscalYear(fiscalYear, 0, 1),
  lastDay: dayOfFiscalYear(fiscalYear, 12, 0),
});

export const quarterDays = (fiscalYear: number, quarter: Quarter): DayRange => ({
  firstDay: dayOfFiscalYear(fiscalYear, 3 * (quarter - 1), 1),
  lastDay: dayOfFiscalYear(fiscalYear, 3 * quarter, 0),
});
