import { arabicDigits, thaiDigits } from './digits.logic.ts';

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
const TERMS_MAX = 12;

/** The words of a search text, Thai ones too, which stand without spaces; at most twelve. */
export function searchTerms(text: string): string[] {
  const words = [...segmenter.segment(text.normalize('NFC'))]
    .filter((part) => part.isWordLike)
    .map((part) => part.segment);
  return [...new Set(words)].slice(0, TERMS_MAX);
}

type Contains = { contains: string; mode: 'insensitive' };

/** Rows in which every word of the text occurs in one of the columns, with digits of either script. */
export function searchFilter(
  text: string | null | undefined,
  columns: readonly string[],
): { AND?: { OR: Record<string, Contains>[] }[] } {
  const terms = text ? searchTerms(text) : [];
  if (terms.length === 0) return {};
  return {
    AND: terms.map((term) => ({
      OR: [...new Set([term, arabicDigits(term), thaiDigits(term)])].flatMap((spelling) =>
        columns.map((column) => ({
          [column]: { contains: spelling.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const },
        })),
      ),
    })),
  };
}
