import { arabicDigits, thaiDigits } from '../../base/digits.logic.ts';
import type { FieldProblem } from '../../base/message.logic.ts';
import { canonicalText, textFault } from '../../base/text.logic.ts';
import { all, literalText, type Where } from './filter.logic.ts';

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/** The words of a search text, Thai ones too, which stand without spaces. */
export function searchTerms(text: string): string[] {
  const words = [...segmenter.segment(canonicalText(text))]
    .filter((part) => part.isWordLike)
    .map((part) => part.segment);
  return [...new Set(words)];
}

/** What is wrong with a search text; its length is checked with all other sizes, before anything is read. */
export function searchProblems(text: string): FieldProblem[] {
  const fault = textFault(text);
  return fault ? [{ field: 'search', message: fault }] : [];
}

/** The ways in which a word may be written in a record: with digits of either script. */
const spellings = (word: string): string[] => [...new Set([word, arabicDigits(word), thaiDigits(word)])];

/** Rows in which every word of the text occurs in one of the columns; null for a text without words. */
export function searchFilter(text: string, columns: readonly string[]): Where | null {
  const words = searchTerms(text);
  if (words.length === 0) return null;
  const found = words.map((word) => ({
    OR: spellings(word).flatMap((spelling) =>
      columns.map((column) => ({ [column]: { contains: literalText(spelling), mode: 'insensitive' } })),
    ),
  }));
  const condition = all(found);
  return typeof condition === 'object' ? condition : null;
}
