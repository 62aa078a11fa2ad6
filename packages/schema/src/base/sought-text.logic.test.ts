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

  it('has pieces of which one stands wherever the word does, misspelt or not', () => {
    const word = soughtIn('ทุจริต').runs[0]?.words[0];
    const texts = ['ทุจริต', 'ทุจิรต', 'ทจริต', 'ทุจรติ', 'ทุจลิต', 'ทุจจริต', 'ทุจริ'];
    expect(texts.filter((text) => word && holds(text, word))).toEqual(texts);
    for (const text of texts) expect(word?.pieces.some((piece) => text.includes(piece))).toBe(true);
  });
});
