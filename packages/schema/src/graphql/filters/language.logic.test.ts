import { describe, expect, it } from '@jest/globals';
import { arabicDigits, thaiDigits } from '../../base/digits.logic.ts';
import { todayInBangkok } from '../../base/today.logic.ts';

describe('digits', () => {
  it('change script and come back', () => {
    expect(arabicDigits('๒๕๖๖-๑๐-๐๑')).toBe('2566-10-01');
    expect(thaiDigits('ปี 2567')).toBe('ปี ๒๕๖๗');
    expect(arabicDigits(thaiDigits('0123456789'))).toBe('0123456789');
  });
});

describe('the day', () => {
  it('is that of Bangkok, seven hours ahead', () => {
    expect(todayInBangkok(new Date('2026-11-20T16:59:59Z')).toISOString()).toBe('2026-11-20T00:00:00.000Z');
    expect(todayInBangkok(new Date('2026-11-20T17:00:00Z')).toISOString()).toBe('2026-11-21T00:00:00.000Z');
  });
});
