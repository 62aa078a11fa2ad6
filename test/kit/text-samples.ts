import fc from 'fast-check';

/** Letters and marks of Thai in any order, among what people do not see, other scripts, and anything else. */
const unit = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'กนปวอเแโาำะๅๆฯัิีึืฺุู็่้๊๋์ํ๎๐๙') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...'\u200b\u00ad\ufeff\u2060\u00a0\u3000\u2028\u0085 \n\t\r', ...'aée\u0301\u0323Å'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
);

export const anyText: fc.Arbitrary<string> = fc.array(unit, { maxLength: 16 }).map((units) => units.join(''));

/** One word, น้ำ, as programs and keyboards write it; and as it is kept. */
export const water = {
  kept: '\u0e19\u0e49\u0e33',
  written: [
    '\u0e19\u0e49\u0e33',
    '\u0e19\u0e33\u0e49',
    '\u0e19\u0e4d\u0e49\u0e32',
    '\u0e19\u0e49\u0e4d\u0e32',
    '\u0e19\u0e4d\u0e32\u0e49',
    '\u200b\u0e19\u0e49\u00ad\u0e33\ufeff',
  ],
} as const;
