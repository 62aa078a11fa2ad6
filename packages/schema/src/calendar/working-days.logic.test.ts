import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addCalendarDays,
  addWorkingDays,
  closedDays,
  isWorkingDay,
  workingDayFrom,
  workingDaysBetween,
} from './working-days.logic.ts';

const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const iso = (date: Date): string => date.toISOString().slice(0, 10);

/** Songkran of B.E. 2567 with the extra Friday before and the Tuesday instead of the weekend, and the New Year of B.E. 2568. */
const songkran = ['2024-04-12', '2024-04-13', '2024-04-14', '2024-04-15', '2024-04-16'];
const newYear = ['2024-12-30', '2024-12-31', '2025-01-01'];
const closed = closedDays([...songkran, ...newYear].map(day));

describe('a working day', () => {
  it('is a day from Monday to Friday that is no holiday', () => {
    expect(isWorkingDay(day('2024-04-11'), closed)).toBe(true);
    expect(songkran.filter((date) => isWorkingDay(day(date), closed))).toEqual([]);
    expect(isWorkingDay(day('2024-04-17'), closed)).toBe(true);
    expect(isWorkingDay(day('1969-12-31'), closed)).toBe(true);
    expect(isWorkingDay(day('1969-12-28'), closed)).toBe(false);
  });

  it('follows a row of closed days', () => {
    expect(iso(workingDayFrom(day('2024-04-12'), closed))).toBe('2024-04-17');
    expect(iso(workingDayFrom(day('2024-12-28'), closed))).toBe('2025-01-02');
    expect(iso(workingDayFrom(day('2024-04-11'), closed))).toBe('2024-04-11');
  });
});

describe('working days', () => {
  it('are counted from the day after the event, across Songkran and the New Year', () => {
    expect(iso(addWorkingDays(day('2024-04-05'), 15, closed))).toBe('2024-05-01');
    expect(iso(addWorkingDays(day('2024-12-27'), 1, closed))).toBe('2025-01-02');
    expect(iso(addWorkingDays(day('2024-04-13'), 1, closed))).toBe('2024-04-17');
    expect(iso(addWorkingDays(day('2024-04-13'), 0, closed))).toBe('2024-04-13');
  });

  it('count 29 February of a leap year', () => {
    expect(iso(addWorkingDays(day('2024-02-28'), 1, closed))).toBe('2024-02-29');
    expect(iso(addWorkingDays(day('2024-02-28'), 2, closed))).toBe('2024-03-01');
    expect(iso(addCalendarDays(day('2023-02-28'), 1))).toBe('2023-03-01');
  });

  it('between two days leave out the first and count the last', () => {
    expect(workingDaysBetween(day('2024-04-11'), day('2024-04-17'), closed)).toBe(1);
    expect(workingDaysBetween(day('2024-04-17'), day('2024-04-11'), closed)).toBe(-1);
    expect(workingDaysBetween(day('2024-04-12'), day('2024-04-16'), closed)).toBe(0);
  });

  it('refuse a number that is not whole or is negative', () => {
    expect(() => addWorkingDays(day('2024-04-05'), -1, closed)).toThrow(RangeError);
    expect(() => addWorkingDays(day('2024-04-05'), 1.5, closed)).toThrow(RangeError);
  });
});

describe('for any days and holidays', () => {
  const anyDay = fc.integer({ min: -400, max: 800 }).map((days) => addCalendarDays(day('2024-01-01'), days));
  const anyClosed = fc.array(anyDay, { maxLength: 60 }).map(closedDays);
  const runs = { numRuns: 2000 };

  it('adding working days and counting them are inverse, and end on a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 90 }), anyClosed, (start, days, closures) => {
        const end = addWorkingDays(start, days, closures);
        expect(isWorkingDay(end, closures)).toBe(true);
        expect(workingDaysBetween(start, end, closures)).toBe(days);
        expect(workingDaysBetween(end, start, closures)).toBe(-days);
      }),
      runs,
    );
  });

  it('counting gives what walking from day to day gives', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 120 }), anyClosed, (start, days, closures) => {
        const walked = Array.from({ length: days }, (_, index) => addCalendarDays(start, index + 1));
        const expected = walked.filter((date) => isWorkingDay(date, closures)).length;
        expect(workingDaysBetween(start, addCalendarDays(start, days), closures)).toBe(expected);
      }),
      runs,
    );
  });
});
