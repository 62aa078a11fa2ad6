import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalText, cleanText, isEmptyText, textFault, textProblems } from './text.logic.ts';

/** Every way to write a text made of letters of Thai with marks, in any order. */
const consonant = fc.constantFrom(...'กขคงจชญฎณตทนบปพมยรลวสหอ');
const below = fc.constantFrom('', '', '\u0e38', '\u0e39');
const above = fc.constantFrom('', '\u0e31', '\u0e34', '\u0e35', '\u0e36', '\u0e37', '\u0e47');
const tone = fc.constantFrom('', '\u0e48', '\u0e49', '\u0e4a', '\u0e4b');
const hidden = fc.constantFrom('', '', '\u200b', '\u00ad', '\ufeff', '\u2060', '\u200d', '\ufe0f');

/** A syllable in its stored spelling, and another spelling that looks the same. */
const markedSyllable = fc
  .tuple(consonant, below, above, tone, hidden, hidden, fc.boolean())
  .chain(([letter, under, over, mark, one, other, isRepeated]) => {
    const marks = [under, over === '\u0e36' ? ['\u0e34', '\u0e4d'] : over, mark].flat().filter(Boolean);
    return fc.shuffledSubarray(marks, { minLength: marks.length }).map((shuffled) => ({
      kept: letter + under + over + mark,
      written: `${one}${letter}${shuffled.join(other)}${isRepeated ? (shuffled.at(-1) ?? '') : ''}`,
    }));
  });
const syllableWithAm = fc
  .tuple(consonant, tone, hidden)
  .chain(([letter, mark, unseen]) =>
    fc
      .constantFrom(
        `\u0e4d${mark}\u0e32`,
        `${mark}\u0e4d\u0e32`,
        `\u0e4d\u0e32${mark}`,
        `${mark}\u0e33`,
        `\u0e33${mark}`,
        `\u0e4d${mark}\u0e33`,
      )
      .map((vowel) => ({ kept: `${letter}${mark}\u0e33`, written: `${letter}${unseen}${vowel}` })),
  );
const syllableWithAe = fc
  .tuple(consonant, hidden)
  .map(([letter, unseen]) => ({ kept: `\u0e41${letter}`, written: `\u0e40${unseen}\u0e40${letter}` }));
const words = fc
  .array(fc.oneof(markedSyllable, syllableWithAm, syllableWithAe), { minLength: 1, maxLength: 8 })
  .map((syllables) => ({
    kept: syllables.map(({ kept }) => kept).join(''),
    written: syllables.map(({ written }) => written).join(''),
  }));

describe('a text', () => {
  it('is kept composed, without surrounding blanks, with plain spaces and line breaks', () => {
    expect(cleanText('  ก\r\nข\u2028ค\u2029ง ')).toBe('ก\nข\nค\nง');
    expect(cleanText('\tก\tข\t')).toBe('ก ข');
    expect(cleanText('e\u0301')).toBe('é');
    expect(cleanText('\u00a0พ.ศ.\u00a02567\u3000\u2009')).toBe('พ.ศ. 2567');
    expect(canonicalText(' ก ')).toBe(' ก ');
  });

  it('is kept in the same spelling, however it was written to look the same', () => {
    const [aa, am, nikhahit, tho] = ['\u0e32', '\u0e33', '\u0e4d', '\u0e49'];
    for (const written of [
      `น${tho}${am}`,
      `น${nikhahit}${tho}${aa}`,
      `น${tho}${nikhahit}${aa}`,
      `น${nikhahit}${aa}${tho}`,
      `น${am}${tho}`,
    ])
      expect(cleanText(written)).toBe(`น${tho}${am}`);
    fc.assert(
      fc.property(words, ({ kept, written }) => {
        expect(cleanText(written)).toBe(kept);
        expect(textFault(written)).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it('that is kept stays as it is, whatever it was', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'กนเแาำํัิีึืฺุู็่้๊๋์๎', ...'\u200b\u00ad \n\u2028\u0301e'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const text = cleanText(units.join(''));
        expect(cleanText(text)).toBe(text);
        expect(text.normalize('NFC')).toBe(text);
      }),
      { numRuns: 5_000 },
    );
  });

  it('without a visible letter is empty', () => {
    for (const empty of ['', ' ', '\u200b', '\u00ad\ufeff', '-', '...', '\u0e34', '\u3164', '🙂'])
      expect(isEmptyText(empty)).toBe(true);
    for (const said of ['ก', '57', '๑', 'ฯลฯ', 'R-2']) expect(isEmptyText(said)).toBe(false);
  });

  it('is refused when it holds what deceives or cannot be kept, with the name of the character', () => {
    for (const [text, name] of [
      ['ก\0', 'U+0000'],
      ['ก\u001b', 'U+001B'],
      ['ก\u0085ข\u009f', 'U+009F'],
      ['a\u202eb', 'U+202E'],
      ['a\u2066b', 'U+2066'],
      ['\uf70a', 'U+F70A'],
      ['\ud800', 'U+D800'],
      ['\udc00', 'U+DC00'],
      ['\ufffe', 'U+FFFE'],
      ['\u{e0041}', 'U+E0041'],
    ] as const)
      expect(textFault(text)?.en).toContain(name);
    expect(textFault('ก\u0e34\u0e4c\u0e38')).toBeNull();
    expect(textFault('ก\u0e34\u0e47\u0e38\u0e48')).not.toBeNull();
    expect(textFault(`Z${'\u0321'.repeat(4)}`)).not.toBeNull();
    expect(textFault('สิทธิ 🙂 \t café\n')).toBeNull();
  });

  it('that is wrong is named by its field: empty, too long, or not to be kept', () => {
    const problem = (text: string) => textProblems('reason', text, { max: 3 }).map(({ field }) => field);
    expect([problem(' '), problem('กขคง'), problem('ก\u0000'), problem('กข\u200b\u200b')]).toEqual([
      ['reason'],
      ['reason'],
      ['reason'],
      [],
    ]);
  });
});
