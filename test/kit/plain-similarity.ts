import { foldedText, textGrams } from '@registry/schema/base/folded-text.logic.ts';

/** The bits of a text: each of its grams on one of 2,048. */
export const plainBits = (text: string): ReadonlySet<number> =>
  new Set(textGrams(` ${foldedText(text)} `).map((gram) => Math.imul(gram, 2_654_435_761) >>> 21));

/** What two sets have in common, as a share of both. */
export function shareOf<Each>(one: ReadonlySet<Each>, other: ReadonlySet<Each>): number {
  const shared = [...one].filter((each) => other.has(each)).length;
  const either = one.size + other.size - shared;
  return either === 0 ? 0 : shared / either;
}

export type Titled = { readonly id: string; readonly title: string };

export type PlainSimilar = { readonly id: string; readonly score: number; readonly isIdentical: boolean };

/** The records like one of them, most alike first, then by id. */
export function plainSimilar(one: Titled, others: readonly Titled[], minScore: number): PlainSimilar[] {
  const bits = plainBits(one.title);
  const folded = foldedText(one.title);
  return others
    .filter(({ id }) => id !== one.id)
    .map(({ id, title }) => ({
      id,
      score: shareOf(bits, plainBits(title)),
      isIdentical: foldedText(title) === folded,
    }))
    .filter(({ score }) => score >= minScore)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
