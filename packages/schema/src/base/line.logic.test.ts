import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalTextOf, cleanTextOf } from './line.logic.ts';

const blanks = fc.array(fc.constantFrom(' ', '\t', '\n', '\r\n', '\u00a0', '\u2028', '\u200b '), { minLength: 1 });
const word = fc.constantFrom('R01', 'ก', 'สนง.', '2567');

describe('a text of one line', () => {
  it('is the same whatever blanks, tabs and line breaks stand between its words', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, blanks), { minLength: 1 }), (parts) => {
        const written = parts.map(([each, between]) => each + between.join('')).join('');
        const kept = parts.map(([each]) => each).join(' ');
        expect(cleanTextOf('code', written)).toBe(kept);
        expect(cleanTextOf('items[2].titleTh', written)).toBe(kept);
        expect(cleanTextOf('evidenceUrls[0]', written)).toBe(kept);
        expect(canonicalTextOf('where.code', written)).toBe(`${kept} `);
      }),
    );
  });

  it('is told by the name of its field: a text of several keeps its line breaks, and has blanks for tabs', () => {
    for (const field of ['noteTh', 'steps[0].textTh', 'reason', 'where.measureTh'])
      expect(cleanTextOf(field, ' ก\tข\r\n  ค ')).toBe('ก ข\n  ค');
  });
});
