import { describe, expect, it } from '@jest/globals';
import { isCalendarCertain } from './calendar-coverage.logic.ts';

const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const holidays = [
  { date: day('2026-04-13'), certain: true },
  { date: day('2026-10-16'), certain: false },
  { date: day('2027-01-01'), certain: true },
];

describe('the calendar', () => {
  it('is certain within years whose holidays are known', () => {
    expect(isCalendarCertain(day('2026-04-01'), day('2026-05-01'), holidays)).toBe(true);
    expect(isCalendarCertain(day('2026-12-20'), day('2027-01-05'), holidays)).toBe(true);
  });

  it('is not where a holiday still has to be checked, nor in a year of which none is known', () => {
    expect(isCalendarCertain(day('2026-10-16'), day('2026-10-20'), holidays)).toBe(false);
    expect(isCalendarCertain(day('2026-10-01'), day('2026-10-16'), holidays)).toBe(false);
    expect(isCalendarCertain(day('2027-12-28'), day('2028-01-04'), holidays)).toBe(false);
    expect(isCalendarCertain(day('2025-12-28'), day('2026-01-04'), holidays)).toBe(false);
  });
});
