import { describe, expect, it } from '@jest/globals';
import { arabicDigits, thaiDigits } from '../../base/digits.logic.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { searchFilter, searchProblems, searchTerms } from './search.logic.ts';

describe('digits', () => {
  it('change script and come back', () => {
    expect(arabicDigits('๒๕๖๖-๑๐-๐๑')).toBe('2566-10-01');
    expect(thaiDigits('ปี 2567')).toBe('ปี ๒๕๖๗');
    expect(arabicDigits(thaiDigits('0123456789'))).toBe('0123456789');
  });
});

describe('a search', () => {
  it('finds the words of Thai text that stands without spaces', () => {
    expect(searchTerms('นำรถยนต์ของทางราชการไปใช้ส่วนตัว')).toContain('รถยนต์');
    expect(searchTerms('ค่าปรับ  fines!')).toEqual(['ค่า', 'ปรับ', 'fines']);
  });

  it('asks for every word in any column, with digits of either script, and takes wildcards literally', () => {
    const found = (text: string, column: string) => ({ [column]: { contains: text, mode: 'insensitive' } });
    expect(searchFilter('ปี 2567', ['a', 'b'])).toEqual({
      AND: [
        { OR: [found('ปี', 'a'), found('ปี', 'b')] },
        { OR: ['2567', '๒๕๖๗'].flatMap((text) => [found(text, 'a'), found(text, 'b')]) },
      ],
    });
    expect(JSON.stringify(searchFilter('50_a', ['a']))).toContain(String.raw`\\_`);
  });

  it('asks for the thirteenth word as for the first, and for none where there is no word', () => {
    const words = Array.from({ length: 40 }, (_unused, index) => `w${index}`);
    expect(searchTerms(words.join(' '))).toEqual(words);
    for (const wordless of ['', '  ', '%', '!?', '\u200b']) expect(searchFilter(wordless, ['a'])).toBeNull();
  });

  it('is refused where no text can be so', () => {
    const problem = (text: string) => searchProblems(text).map(({ field }) => field);
    expect([problem('ก'), problem('ก\0'), problem('\u202eก')]).toEqual([[], ['search'], ['search']]);
  });
});

describe('the day', () => {
  it('is that of Bangkok, seven hours ahead', () => {
    expect(todayInBangkok(new Date('2026-11-20T16:59:59Z')).toISOString()).toBe('2026-11-20T00:00:00.000Z');
    expect(todayInBangkok(new Date('2026-11-20T17:00:00Z')).toISOString()).toBe('2026-11-21T00:00:00.000Z');
  });
});
