import { describe, expect, it } from '@jest/globals';
import { thaiDate, thaiTime } from './thai-date.logic.ts';

const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

describe('a Thai date', () => {
  it('is written in the Buddhist era, long or short, in Thai or Arabic digits', () => {
    expect(thaiDate(day('2023-10-01'))).toBe('๑ ตุลาคม ๒๕๖๖');
    expect(thaiDate(day('2023-10-01'), { form: 'short' })).toBe('๑ ต.ค. ๖๖');
    expect(thaiDate(day('2024-02-29'), { digits: 'arabic' })).toBe('29 กุมภาพันธ์ 2567');
    expect(thaiDate(day('2024-12-31'), { form: 'short', digits: 'arabic' })).toBe('31 ธ.ค. 67');
  });

  it('keeps both digits of the short year', () => {
    expect(thaiDate(day('2057-01-01'), { form: 'short', digits: 'arabic' })).toBe('1 ม.ค. 00');
  });
});

describe('a Thai time', () => {
  it('is that of Bangkok', () => {
    expect(thaiTime(new Date('2023-10-01T07:05:00Z'))).toBe('๑๔:๐๕ น.');
    expect(thaiTime(new Date('2023-10-01T17:00:00Z'), 'arabic')).toBe('00:00 น.');
  });
});
