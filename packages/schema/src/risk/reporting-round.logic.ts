import { quarterDays } from '../base/fiscal-year.logic.ts';

/**
 * Agencies report twice a year, on six and on twelve months. From the second round on, the first of April, a register also says what was done:
 * what document 002 (step 5) has published of each risk is its level, its measures and the actions taken.
 */
export const isSecondRound = (fiscalYear: number, day: Date): boolean => day >= quarterDays(fiscalYear, 3).firstDay;
