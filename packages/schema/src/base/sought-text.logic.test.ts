import { describe, expect, it } from '@jest/globals';
import { foldedText } from './folded-text.logic.ts';
import { type SoughtWord, soughtIn } from './sought-text.logic.ts';

const holds = (text: string, { text: word, isFromStart, misspelt }: SoughtWord): boolean =>
  (!isFromStart && text.includes(word)) ||
  ((isFromStart || misspelt !== null) &&
    new RegExp(`${isFromStart ? '[^0-9a-z]' : ''}${misspelt ?? word}`, 'u').test(text));

/** Whether a text is found, by the book. */
function isFound(search: string, text: string): boolean {
  const folded = ` ${foldedText(text)} `;
  const every = (words: readonly SoughtWord[]): boolean => words.every((word) => holds(folded, word));
  const { runs } = soughtIn(search);
  return runs.length > 0 && runs.every(({ words, pieces }) => every(words) || (pieces !== null && every(pieces)));
}

const wordsOf = (search: string): string[] =>
  soughtIn(search).runs.flatMap(({ words }) => words.map(({ text }) => text));

describe('what a text asks for', () => {
  it('is its words, Thai ones too, which stand without blanks, but no fillers among others', () => {
    expect(wordsOf('นำรถยนต์ของทางราชการไปใช้ส่วนตัว')).toEqual(expect.arrayContaining(['รถยนต์', 'ราชการ']));
    expect(wordsOf('ค่าปรับ  FINES! ๒๕๖๗')).toEqual(['ค่า', 'ปรับ', 'fines', '2567']);
    expect(wordsOf('conflict of interest ของ')).toEqual(['conflict', 'interest']);
    expect(wordsOf('และ')).toEqual(['และ']);
  });

  it('is nothing where there is neither a letter nor a digit', () => {
    for (const wordless of ['', '  ', '%', '!?', '\u200b', '🙂', 'ฯ ๆ']) expect(soughtIn(wordless).runs).toEqual([]);
  });

  const sentence = 'การเรียกรับสินบนในการจัดซื้อจัดจ้าง พัสดุ ปีงบประมาณ พ.ศ. ๒๕๖๗ (Procurement of supplies, R-02)';

  it.each([
    ...[
      'จัดซื้อจัดจ้าง',
      'จัดจ้าง สินบน',
      'สินบนจัดจ้าง',
      'จัด ซื้อ จัด จ้าง',
      '2567',
      '๒๕๖๗',
      'procure',
      'PROCUREMENT',
      'r 02',
      'R-02',
    ],
    ...[
      'จัดชื้อจัดจ้าง',
      'จัดซื้อจัดจาง',
      'งบปรมาณ',
      'ปีงบประมาณณ',
      'procurment',
      'porcurement',
      'proccurement',
      'suplies',
      'สินบลในการจัดซื้อ',
    ],
  ])('finds %s', (search) => {
    expect(isFound(search, sentence)).toBe(true);
  });

  it.each(['จัดหา', '567', '67', '2568', 'curement', 'supreme', 'สินเชื่อ', 'r 03', 'งานงบ'])(
    'does not find %s',
    (search) => {
      expect(isFound(search, sentence)).toBe(false);
    },
  );

  it('has pieces that stand wherever the word does, with any error that is forgiven', () => {
    const errorsOf = (letters: readonly string[]): string[] =>
      letters.flatMap((letter, at) => {
        const [before, after] = [letters.slice(0, at).join(''), letters.slice(at + 1).join('')];
        const [next = '', ...rest] = letters.slice(at + 1);
        return [
          `${before}x${after}`,
          before + after,
          `${before}${letter}x${after}`,
          before + next + letter + rest.join(''),
        ];
      });
    let tried = 0;
    for (const sought of ['ทุจริต', 'ผลประโยชน์', 'ค่าตอบแทนนอกเวลา', 'procurement', 'commercial', 'vehicle']) {
      const letters = [...sought];
      const [word] = soughtIn(sought).runs[0]?.pieces ?? soughtIn(sought).runs[0]?.words ?? [];
      const half = Math.round(letters.length / 2);
      const twice = errorsOf(letters.slice(0, half)).flatMap((first) =>
        errorsOf(letters.slice(half)).map((second) => first + second),
      );
      for (const text of [sought, ...errorsOf(letters), ...twice].map((each) => ` ${each} `)) {
        if (!word || !holds(text, word)) continue;
        tried += 1;
        for (const list of word.pieces) expect(list.filter((piece) => text.includes(piece))).not.toEqual([]);
      }
    }
    expect(tried).toBeGreaterThan(1000);
  });
});
