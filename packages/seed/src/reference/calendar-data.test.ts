import { describe, expect, it } from '@jest/globals';
import { day, daysAfter } from '../rows/calendar.ts';
import { clocks } from './clocks.ts';
import { type Holiday, holidays } from './holidays.ts';

const iso = (date: Date): string => date.toISOString().slice(0, 10);
const isWeekend = (date: Date): boolean => date.getUTCDay() % 6 === 0;

const ofKind = (...kinds: Holiday['kind'][]): Date[] =>
  holidays.filter(({ kind }) => kinds.includes(kind)).map(({ date }) => date);

const annual = ofKind('FIXED', 'LUNAR').map(iso);
const substitutes = ofKind('SUBSTITUTE').map(iso);

/** The working day that follows a holiday and the annual holidays right behind it. */
function nextOpenDay(date: Date): string {
  let next = daysAfter(date, 1);
  while (isWeekend(next) || annual.includes(iso(next))) next = daysAfter(next, 1);
  return iso(next);
}

describe('the holidays', () => {
  it('stand once each, in five whole years', () => {
    expect(new Set(holidays.map(({ date }) => iso(date))).size).toBe(holidays.length);
    const years = [2023, 2024, 2025, 2026, 2027];
    expect([...new Set(holidays.map(({ date }) => date.getUTCFullYear()))]).toEqual(years);
    // Fourteen days of fixed date and four Buddhist days; one of B.E. 2566 fell on another.
    const count = (year: number) => annual.filter((date) => date.startsWith(String(year))).length;
    expect(years.map(count)).toEqual([17, 18, 18, 18, 18]);
  });

  it('have one substitute when they fall on a weekend, on the next working day', () => {
    const moved = ['2023-12-31'];
    const expected = annual.filter((date) => isWeekend(day(date)) && !moved.includes(date));
    expect([...new Set(expected.map((date) => nextOpenDay(day(date))))].sort()).toEqual(
      substitutes.filter((date) => date !== '2023-12-29'),
    );
  });

  it('have the substitute of New Year’s Eve 2566 where the cabinet moved it, and none on 2 January', () => {
    expect(substitutes).toContain('2023-12-29');
    expect(holidays.map(({ date }) => iso(date))).not.toContain('2024-01-02');
  });

  it('close offices that would be open, when the cabinet adds or substitutes them', () => {
    expect(ofKind('SUBSTITUTE', 'SPECIAL').filter(isWeekend)).toEqual([]);
  });

  it('of the moon lie near a mean full moon, and Lent begins the day after Asarnha Bucha', () => {
    // The true full moon strays from the mean one by up to 0.6 days, and the Thai calendar from both by up to one.
    const fullMoon = day('2000-01-21').getTime() + 8.7 * 3_600_000;
    const monthLength = 29.530588861 * 86_400_000;
    const named = (name: string) => holidays.filter(({ nameEn }) => nameEn.includes(name) && !nameEn.startsWith('Sub'));
    const days = ['Makha Bucha', 'Visakha Bucha', 'Asarnha Bucha'].flatMap(named);
    expect(days).toHaveLength(15);
    for (const { date } of days) {
      const noon = date.getTime() + 5 * 3_600_000;
      const sinceFullMoon = (((noon - fullMoon) % monthLength) + monthLength) % monthLength;
      expect(Math.min(sinceFullMoon, monthLength - sinceFullMoon) / 86_400_000).toBeLessThan(1.5);
    }
    expect(named('Buddhist Lent').map(({ date }) => iso(date))).toEqual(
      named('Asarnha Bucha').map(({ date }) => iso(daysAfter(date, 1))),
    );
  });

  it('say which of them still have to be checked', () => {
    expect(holidays.filter(({ certain }) => !certain).map(({ date }) => iso(date))).toEqual([
      '2026-10-16',
      '2027-07-20',
    ]);
  });

  it('leave out Labour Day, on which government offices are open', () => {
    expect(holidays.filter(({ date }) => iso(date).endsWith('-05-01'))).toEqual([]);
  });
});

describe('the legal clocks', () => {
  it('count working days only where the document says so, and name every other choice in a note', () => {
    expect(clocks.filter(({ calendar }) => calendar === 'WORKING').map(({ code }) => code)).toEqual(['CT-18']);
    const counted = clocks.filter(({ calendar }) => calendar === 'CALENDAR');
    expect(counted.filter(({ noteTh }) => !noteTh.includes('ทะเบียนนับเป็นวันปฏิทิน'))).toEqual([]);
    expect(counted.map(({ days }) => Number(days)).sort((a, b) => a - b)).toEqual([
      7, 7, 7, 15, 15, 15, 15, 15, 30, 45, 45, 45,
    ]);
  });

  it('repeat for the progress report alone', () => {
    expect(clocks.filter(({ repeats }) => repeats).map(({ code, days }) => [code, days])).toEqual([['ABG-6.2', 30]]);
  });

  it('bind officials, but for the correction that the press owes', () => {
    expect(clocks.filter(({ binds }) => binds === 'PRIVATE_PERSON').map(({ code }) => code)).toEqual(['ABG-8.6']);
  });

  it('have no days where the document says as soon as possible', () => {
    expect(clocks.filter(({ days }) => days === null).map(({ code }) => code)).toEqual(['ABG-5.4', 'ABG-6.4-3']);
  });

  it('have an id and a code each', () => {
    expect(clocks).toHaveLength(18);
    expect(new Set(clocks.map(({ id }) => id)).size).toBe(18);
  });
});
