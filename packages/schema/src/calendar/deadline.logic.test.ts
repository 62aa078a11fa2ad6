import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Clock, deadlineOf, readClock } from './deadline.logic.ts';
import { addCalendarDays, closedDays, isWorkingDay } from './working-days.logic.ts';

const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const iso = (date: Date): string => date.toISOString().slice(0, 10);

const songkran = ['2024-04-08', '2024-04-12', '2024-04-15', '2024-04-16'];
const newYear = ['2023-12-29', '2024-01-01', '2024-12-30', '2024-12-31', '2025-01-01'];
const closed = closedDays([...songkran, ...newYear].map(day));

const report: Clock = { days: 7, calendar: 'CALENDAR', binds: 'OFFICIAL' };
const appeal: Clock = { ...report, binds: 'PRIVATE_PERSON' };
const answer: Clock = { days: 15, calendar: 'WORKING', binds: 'OFFICIAL' };
const progress: Clock = { days: 30, calendar: 'CALENDAR', binds: 'OFFICIAL', repeats: true };
const promptly: Clock = { days: null, calendar: 'AS_SOON_AS_POSSIBLE', binds: 'OFFICIAL' };

const deadline = (clock: Clock, start: string, occurrence?: number) => {
  const found = deadlineOf(clock, day(start), closed, occurrence);
  return found && [iso(found.lastDay), iso(found.dueOn)];
};

describe('a deadline', () => {
  it('of 7 days does not count the day of the order', () => {
    expect(deadline(report, '2024-04-01')).toEqual(['2024-04-08', '2024-04-08']);
    expect(deadline(report, '2024-03-01')).toEqual(['2024-03-08', '2024-03-08']);
  });

  it.each([
    ['Songkran', '2024-04-05', '2024-04-12', '2024-04-17'],
    ['the days before the New Year', '2023-12-22', '2023-12-29', '2024-01-02'],
    ['New Year’s Eve', '2024-12-24', '2024-12-31', '2025-01-02'],
    ['a Saturday', '2024-03-02', '2024-03-09', '2024-03-11'],
    ['a Sunday', '2024-03-03', '2024-03-10', '2024-03-11'],
  ])(
    'that ends on %s binds an official that day, and a private person the next working day',
    (_, start, last, next) => {
      expect(deadline(report, start)).toEqual([last, last]);
      expect(deadline(appeal, start)).toEqual([last, next]);
    },
  );

  it('of 15 working days leaves out weekends and holidays, whomever it binds', () => {
    expect(deadline(answer, '2024-04-05')?.[1]).toBe('2024-05-02');
    expect(deadline({ ...answer, binds: 'PRIVATE_PERSON' }, '2024-04-05')?.[1]).toBe('2024-05-02');
  });

  it('of 45 days counts 29 February', () => {
    expect(deadline({ ...report, days: 45 }, '2024-02-01')?.[1]).toBe('2024-03-17');
    expect(deadline({ ...report, days: 45 }, '2023-02-01')?.[1]).toBe('2023-03-18');
  });

  it('at once is the day itself, even on a Saturday and whomever it binds', () => {
    for (const binds of ['OFFICIAL', 'PRIVATE_PERSON'] as const) {
      expect(deadline({ days: 0, calendar: 'IMMEDIATE', binds }, '2024-04-13')).toEqual(['2024-04-13', '2024-04-13']);
    }
  });

  it('as soon as possible has no day', () => expect(deadline(promptly, '2024-04-13')).toBeNull());

  it('that repeats is counted from the event each time, not from a day that moved', () => {
    const nth = (clock: Clock) => [1, 2, 3].map((occurrence) => deadline(clock, '2024-03-14', occurrence)?.[1]);
    expect(nth(progress)).toEqual(['2024-04-13', '2024-05-13', '2024-06-12']);
    expect(nth({ ...progress, binds: 'PRIVATE_PERSON' })).toEqual(['2024-04-17', '2024-05-13', '2024-06-12']);
    expect(() => deadlineOf(report, day('2024-04-01'), closed, 2)).toThrow('runs once');
    expect(() => deadlineOf(progress, day('2024-04-01'), closed, 0)).toThrow(RangeError);
  });

  it('is the last day for an official; for a private person never a closed day, and never before the last day', () => {
    const anyDay = fc.integer({ min: 0, max: 800 }).map((days) => addCalendarDays(day('2024-01-01'), days));
    const anyClock = fc.record<Clock>({
      days: fc.integer({ min: 1, max: 60 }),
      calendar: fc.constantFrom('WORKING', 'CALENDAR'),
      binds: fc.constantFrom('OFFICIAL', 'PRIVATE_PERSON'),
      repeats: fc.constant(true),
    });
    const occurrence = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(anyClock, anyDay, fc.array(anyDay, { maxLength: 60 }), occurrence, (clock, start, holidays, nth) => {
        const closures = closedDays(holidays);
        const { lastDay, dueOn } = deadlineOf(clock, start, closures, nth) ?? { lastDay: start, dueOn: start };
        expect(dueOn >= lastDay && lastDay > start).toBe(true);
        if (clock.binds === 'OFFICIAL') expect(dueOn).toEqual(lastDay);
        else expect(isWorkingDay(dueOn, closures)).toBe(true);
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

  it('that is due on a holiday is overdue the day after, not the next working day', () => {
    const dueInSongkran = { dueOn: day('2024-04-13'), doneOn: null };
    const on = (today: string) => readClock(dueInSongkran, day(today), closed);
    expect(on('2024-04-13')).toEqual({ state: 'DUE_SOON', workingDaysLeft: 0, isLate: false });
    expect(on('2024-04-14')).toEqual({ state: 'OVERDUE', workingDaysLeft: 0, isLate: true });
    expect(on('2024-04-17')).toEqual({ state: 'OVERDUE', workingDaysLeft: -1, isLate: true });
  });

  it('without a due day is never overdue, nor late once it is done', () => {
    const on = (doneOn: Date | null) => readClock({ dueOn: null, doneOn }, day('2024-04-17'), closed);
    expect(on(null)).toEqual({ state: 'NO_DUE_DAY', workingDaysLeft: null, isLate: false });
    expect(on(day('2024-04-01'))).toEqual({ state: 'MET', workingDaysLeft: null, isLate: false });
  });
});
