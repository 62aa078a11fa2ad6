import { describe, expect, it } from '@jest/globals';
import { arabicDigits, thaiDigits } from './digits.logic.ts';
import { searchFilter, searchTerms } from './search.logic.ts';
import { cleanText, textProblems } from './text.logic.ts';
import { todayInBangkok } from './today.logic.ts';

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

  it('asks for every word in any column, and takes wildcards literally', () => {
    expect(searchFilter('2567', ['a', 'b'])).toEqual({
      AND: [
        {
          OR: ['2567', '๒๕๖๗'].flatMap((text) =>
            ['a', 'b'].map((column) => ({ [column]: { contains: text, mode: 'insensitive' } })),
          ),
        },
      ],
    });
    expect(JSON.stringify(searchFilter('50_a', ['a']))).toContain(String.raw`\\_`);
    expect(searchFilter('  ', ['a'])).toEqual({});
  });
});

describe('text', () => {
  it('is kept composed, without surrounding blanks', () => {
    expect(cleanText('  ก\r\nข ')).toBe('ก\nข');
    expect(cleanText('e\u0301')).toBe('é');
  });

  it('is refused when it is empty, too long or holds control characters, by the name of its field', () => {
    const problem = (text: string) => textProblems('reason', text, { max: 3 }).map(({ field }) => field);
    expect([problem(' '), problem('กขคง'), problem('ก\u0000'), problem('กข')]).toEqual([
      ['reason'],
      ['reason'],
      ['reason'],
      [],
    ]);
  });
});

describe('the day', () => {
  it('is that of Bangkok, seven hours ahead', () => {
    expect(todayInBangkok(new Date('2026-11-20T16:59:59Z')).toISOString()).toBe('2026-11-20T00:00:00.000Z');
    expect(todayInBangkok(new Date('2026-11-20T17:00:00Z')).toISOString()).toBe('2026-11-21T00:00:00.000Z');
  });
});
