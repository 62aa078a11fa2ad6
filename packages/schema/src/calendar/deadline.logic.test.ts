import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Clock, deadlineOf, readClock } from './deadline.logic.ts';
import { addCalendarDays, closedDays, isWorkingDay } from './working-days.logic.ts';

const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const iso = (date: Date): string => date.toISOString().slice(0, 10);

const songkran = ['2024-04-08', '2024-04-12', '2024-04-15', '2024-04-16'];
const newYear = ['2023-12-29', '2024-01-01', '2024-12-30', '2024-12-31', '2025-01-01'];
const closed = closedDays([...songkran, ...newYear].map(day));

const report: Clock = { days: 7, calendar: 'CALENDAR' };
const answer: Clock = { days: 15, calendar: 'WORKING' };
const progress: Clock = { days: 30, calendar: 'CALENDAR', repeats: true };

const dueOn = (clock: Clock, start: string, occurrence?: number): string =>
  iso(deadlineOf(clock, day(start), closed, occurrence).dueOn);

describe('a deadline', () => {
  it('of 7 days does not count the day of the order', () => {
    expect(dueOn(report, '2024-04-01')).toBe('2024-04-09');
    expect(iso(deadlineOf(report, day('2024-04-01'), closed).lastDay)).toBe('2024-04-08');
    expect(dueOn(report, '2024-03-01')).toBe('2024-03-08');
  });

  it('that ends in Songkran or over the New Year moves to the next working day, and keeps its last day', () => {
    const acrossSongkran = deadlineOf(report, day('2024-04-05'), closed);
    expect([iso(acrossSongkran.lastDay), iso(acrossSongkran.dueOn)]).toEqual(['2024-04-12', '2024-04-17']);
    expect(dueOn(report, '2023-12-22')).toBe('2024-01-02');
    expect(dueOn(report, '2024-12-24')).toBe('2025-01-02');
  });

  it('of 15 working days leaves out weekends and holidays', () => {
    expect(dueOn(answer, '2024-04-05')).toBe('2024-05-02');
    expect(dueOn({ days: 15, calendar: 'CALENDAR' }, '2024-04-05')).toBe('2024-04-22');
  });

  it('of 45 days counts 29 February', () => {
    expect(dueOn({ days: 45, calendar: 'CALENDAR' }, '2024-02-01')).toBe('2024-03-18');
    expect(iso(deadlineOf({ days: 45, calendar: 'CALENDAR' }, day('2023-02-01'), closed).lastDay)).toBe('2023-03-18');
  });

  it('at once is the day itself, even on a Saturday', () => {
    expect(dueOn({ days: 0, calendar: 'IMMEDIATE' }, '2024-04-13')).toBe('2024-04-13');
  });

  it('that repeats is counted from the event each time, not from a day that moved', () => {
    expect([1, 2, 3].map((occurrence) => dueOn(progress, '2024-03-14', occurrence))).toEqual([
      '2024-04-17',
      '2024-05-13',
      '2024-06-12',
    ]);
    expect(() => deadlineOf(report, day('2024-04-01'), closed, 2)).toThrow('runs once');
    expect(() => deadlineOf(progress, day('2024-04-01'), closed, 0)).toThrow(RangeError);
  });

  it('that is counted in days is never a closed day, and never before its last day', () => {
    const anyDay = fc.integer({ min: 0, max: 800 }).map((days) => addCalendarDays(day('2024-01-01'), days));
    const anyClock = fc.record<Clock>({
      days: fc.integer({ min: 1, max: 60 }),
      calendar: fc.constantFrom('WORKING', 'CALENDAR'),
      repeats: fc.constant(true),
    });
    const occurrence = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(anyClock, anyDay, fc.array(anyDay, { maxLength: 60 }), occurrence, (clock, start, holidays, nth) => {
        const closures = closedDays(holidays);
        const deadline = deadlineOf(clock, start, closures, nth);
        expect(isWorkingDay(deadline.dueOn, closures)).toBe(true);
        expect(deadline.dueOn >= deadline.lastDay && deadline.lastDay > start).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a clock', () => {
  const read = (today: string, doneOn: string | null = null) =>
    readClock({ dueOn: day('2024-04-17'), doneOn: doneOn === null ? null : day(doneOn) }, day(today), closed);

  it('runs, asks for attention three working days before it is due, and is overdue the day after', () => {
    expect(read('2024-04-04')).toEqual({ state: 'RUNNING', workingDaysLeft: 5, isLate: false });
    expect(read('2024-04-09')).toEqual({ state: 'DUE_SOON', workingDaysLeft: 3, isLate: false });
    expect(read('2024-04-17')).toEqual({ state: 'DUE_SOON', workingDaysLeft: 0, isLate: false });
    expect(read('2024-04-18')).toEqual({ state: 'OVERDUE', workingDaysLeft: -1, isLate: true });
    expect(read('2024-04-22')).toEqual({ state: 'OVERDUE', workingDaysLeft: -3, isLate: true });
  });

  it('is met once it is done, and remembers that it was done late', () => {
    expect(read('2024-05-01', '2024-04-17')).toEqual({ state: 'MET', workingDaysLeft: null, isLate: false });
    expect(read('2024-05-01', '2024-04-18')).toEqual({ state: 'MET', workingDaysLeft: null, isLate: true });
  });
});
