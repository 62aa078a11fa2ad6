import { describe, expect, it } from '@jest/globals';
import { soughtIn } from '../base/sought-text.logic.ts';
import { highlighted } from './highlight.logic.ts';

const marked = (text: string, search: string): string =>
  highlighted(text, soughtIn(search))
    .map(({ text: part, isHit }) => (isHit ? `[${part}]` : part))
    .join('');

describe('what is shown of a text that was found', () => {
  it('marks the words as they are written, in digits and letters of either kind', () => {
    expect(marked('แผนจัดซื้อ (ปี ๒๕๖๗) Procurement', '2567 PROCURE จัดซื้อ')).toBe('แผน[จัดซื้อ] (ปี [๒๕๖๗]) [Procure]ment');
    expect(marked('start of art', 'art')).toBe('start of [art]');
  });

  it('marks what is misspelt only where the word stands nowhere as it is', () => {
    expect(marked('การทุจริตและการทุจรติ', 'ทุจริต')).toBe('การ[ทุจริต]และการทุจรติ');
    expect(marked('procurement', 'porcurement')).toBe('[procurement]');
    expect(marked('การจัดซื้อจัดจ้าง', 'จัดชื้อจัดจ้าง')).toBe('การ[จัดซื้อจัดจ้าง]');
  });

  it('is nothing for a text without a hit', () => {
    expect(highlighted('แผนงาน', soughtIn('สินบน'))).toEqual([]);
    expect(highlighted('', soughtIn('สินบน'))).toEqual([]);
  });

  it('is all of the text, or of a long one what stands around its first hit, with no letter parted from its marks', () => {
    const long = `${'น้ำท่วม '.repeat(60)}สินบน${' ที่ดิน'.repeat(60)}`;
    const shown = highlighted(long, soughtIn('สินบน'));
    const text = shown.map(({ text: part }) => part).join('');
    expect(long).toContain(text);
    expect(text.length).toBeLessThanOrEqual(241);
    expect(text).toMatch(/^[^\p{M}\u0e33]/u);
    expect(shown.filter(({ isHit }) => isHit)).toEqual([{ text: 'สินบน', isHit: true }]);
  });
});
