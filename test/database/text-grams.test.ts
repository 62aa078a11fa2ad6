import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { foldedText } from '@registry/schema/base/folded-text.logic.ts';
import { cleanText, textFault } from '@registry/schema/base/text.logic.ts';
import fc from 'fast-check';
import pg from 'pg';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { shareOf } from '../kit/plain-similarity.ts';
import { anyText } from '../kit/text-samples.ts';

let database: DatabaseCopy;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

const literal = (text: string): string => pg.escapeLiteral(text);
const listed = (texts: readonly string[]): string => `ARRAY[${texts.map(literal).join(', ')}]::text[]`;

async function answersOf<Answer>(expression: string, texts: readonly string[]): Promise<Answer[]> {
  const rows = await asSuperuser<{ answer: Answer }>(
    database.superuser,
    `SELECT ${expression} AS answer FROM unnest(${listed(texts)}) WITH ORDINALITY AS list(given, place) ORDER BY place`,
  );
  return rows.map(({ answer }) => answer);
}

/** The grams of a text, by the book: runs of three characters of the folded text between blanks. */
function plainGrams(text: string): number[] {
  const letters = [...` ${foldedText(text)} `].map((letter) => (letter.codePointAt(0) ?? 0) & 1023);
  const grams = letters.slice(2).map((last, at) => ((letters[at] ?? 0) << 20) | ((letters[at + 1] ?? 0) << 10) | last);
  return [...new Set(grams)].sort((one, other) => one - other);
}

/** What the grams of two texts have in common, as a share of both. */
async function similarity(one: string, other: string): Promise<number> {
  const [first, second] = await answersOf<number[]>('app.text_grams(given)', [one, other]);
  return shareOf(new Set(first), new Set(second));
}

describe('the grams of a text', () => {
  const sentence = 'Procurement, แผนจัดซื้อ (ปี ๒๕๖๗) ฯ ฿1,000 – “ก่อสร้าง”';

  it('are of the folded text, which is the same in SQL as in the application for any text that is kept', async () => {
    const texts = fc
      .sample(anyText, { numRuns: 4_000, seed: 49 })
      .filter((text) => textFault(text) === null)
      .map(cleanText);
    expect(texts.length).toBeGreaterThan(1_500);
    expect(await answersOf<string>('app.folded_text(given)', [...texts, sentence])).toEqual([
      ...texts.map(foldedText),
      'procurement แผนจัดซื้อ ปี 2567 1 000 ก่อสร้าง',
    ]);
    expect(await answersOf<number[]>('app.text_grams(given)', texts)).toEqual(texts.map(plainGrams));
  });

  it('say how much two texts have in common, whatever their case, digits and signs', async () => {
    expect(await similarity(sentence, 'procurement แผนจัดซื้อ ปี 2567 1000 ก่อสร้าง'.toUpperCase())).toBeGreaterThan(0.85);
    expect(await similarity('การจัดซื้อจัดจ้าง ปี 2567', 'การจัดซื้อจัดจ้าง (ปี ๒๕๖๗)')).toBe(1);
    expect(await similarity('การจัดซื้อจัดจ้าง', 'การจัดชื้อจัดจ้าง')).toBeGreaterThan(0.5);
    expect(await similarity('การจัดซื้อจัดจ้าง', 'licence fees')).toBe(0);
    expect(await similarity('…', '…')).toBe(0);
  });
});
