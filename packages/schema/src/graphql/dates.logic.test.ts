import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDate, readMoment } from './dates.logic.ts';

const dateOf = (text: string) => {
  const read = readDate(text);
  return 'date' in read ? read.date.toISOString().slice(0, 10) : null;
};
const momentOf = (text: string) => {
  const read = readMoment(text);
  return 'date' in read ? read.date.toISOString() : null;
};
const hintOf = (read: ReturnType<typeof readDate>) => ('problem' in read ? read.problem.en : '');

describe('a date', () => {
  it('is a day that the calendar has, of the years 1900 to 2200', () => {
    expect(['2024-02-29', '1900-01-01', '2200-12-31'].map(dateOf)).toEqual(['2024-02-29', '1900-01-01', '2200-12-31']);
    for (const none of [
      '2023-02-29',
      '2023-04-31',
      '2023-13-01',
      '2023-00-10',
      '0000-01-01',
      '1899-12-31',
      '2201-01-01',
    ])
      expect(dateOf(none)).toBeNull();
    for (const none of [
      '10000-01-01',
      '+002023-01-01',
      '2023-1-1',
      '2023-10-01T00:00:00Z',
      '20231001',
      '',
      '-2023-10-01',
    ])
      expect(dateOf(none)).toBeNull();
  });

  it('of the Buddhist era is refused with the year that is meant, also in a moment', () => {
    expect(hintOf(readDate('2567-01-01'))).toContain('2567 of the Buddhist era is 2024 in the common era');
    expect(hintOf(readMoment('2567-01-01T00:00:00Z'))).toContain('2567 of the Buddhist era is 2024 in the common era');
    expect(hintOf(readDate('0000-01-01'))).not.toContain('Buddhist');
  });
});

describe('a moment', () => {
  it('is a time that a clock shows on a day that the calendar has, with its offset', () => {
    expect(momentOf('2023-10-01T09:00:00+07:00')).toBe('2023-10-01T02:00:00.000Z');
    expect(momentOf('2023-10-01T09:00Z')).toBe('2023-10-01T09:00:00.000Z');
    expect(momentOf('2023-10-01T09:00:00.123456Z')).toBe('2023-10-01T09:00:00.123Z');
    for (const none of [
      '2023-02-30T00:00:00Z',
      '2023-02-28T24:00:00Z',
      '2023-02-28T23:60:00Z',
      '2023-02-28T23:59:60Z',
      '2023-02-28T09:00:00',
      '2023-02-28T09:00:00+15:00',
      '2023-02-28T09:00:00+14:30',
      '0000-01-01T00:00:00Z',
      '9999-01-01T00:00:00Z',
      '2023-02-28',
      '2023-02-28 09:00:00Z',
    ])
      expect(momentOf(none)).toBeNull();
  });

  it('is read as it was written, for every moment of those years', () => {
    const moments = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2200-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(fc.property(moments, (moment) => momentOf(moment.toISOString()) === moment.toISOString()));
  });

  it('never fails, whatever is written', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => dateOf(text) === null && momentOf(text) === null));
  });
});
