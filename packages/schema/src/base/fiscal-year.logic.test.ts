import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DayRange, fiscalYearDays, fiscalYearOf, quarterDays, quarterOf } from './fiscal-year.logic.ts';

const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const shown = ({ firstDay, lastDay }: DayRange): string[] =>
  [firstDay, lastDay].map((date) => date.toISOString().slice(0, 10));

describe('a fiscal year', () => {
  it('2567 is 1 October 2023 to 30 September 2024', () => {
    expect(shown(fiscalYearDays(2567))).toEqual(['2023-10-01', '2024-09-30']);
    expect(['2023-09-30', '2023-10-01', '2024-09-30', '2024-10-01'].map((date) => fiscalYearOf(day(date)))).toEqual([
      2566, 2567, 2567, 2568,
    ]);
  });

  it('has four quarters, of which the second holds 29 February 2024', () => {
    expect(([1, 2, 3, 4] as const).map((quarter) => shown(quarterDays(2567, quarter)))).toEqual([
      ['2023-10-01', '2023-12-31'],
      ['2024-01-01', '2024-03-31'],
      ['2024-04-01', '2024-06-30'],
      ['2024-07-01', '2024-09-30'],
    ]);
    expect([quarterOf(day('2024-02-29')), fiscalYearOf(day('2024-02-29'))]).toEqual([2, 2567]);
  });

  it('and its quarter hold every day that is said to be theirs', () => {
    const anyDay = fc.integer({ min: -20_000, max: 60_000 }).map((days) => new Date(days * 86_400_000));
    fc.assert(
      fc.property(anyDay, (date) => {
        const year = fiscalYearDays(fiscalYearOf(date));
        const quarter = quarterDays(fiscalYearOf(date), quarterOf(date));
        expect(year.firstDay <= quarter.firstDay && quarter.lastDay <= year.lastDay).toBe(true);
        expect(quarter.firstDay <= date && date <= quarter.lastDay).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
