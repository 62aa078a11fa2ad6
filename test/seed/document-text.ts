import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** White space and hyphens stand where a line or a cell of the original ended; tags are those of its tables. */
const withoutLayout = (text: string): string => text.replace(/<[^>]*>/g, '').replace(/[\s\-–—]/g, '');

export type DocumentText = {
  /** Whether the words stand in the document, layout aside. */
  readonly holds: (words: string) => boolean;
  /** The same for words that run over a page: what stands between the two parts is another cell. */
  readonly holdsInTwoParts: (words: string) => boolean;
};

/** A part that is shorter than this stands everywhere. */
const PART_MIN = 8;

function documentText(text: string): DocumentText {
  const all = withoutLayout(text);
  const holds = (words: string): boolean => all.includes(withoutLayout(words));
  const holdsInTwoParts = (words: string): boolean => {
    const letters = withoutLayout(words);
    const cuts = Array.from({ length: Math.max(letters.length - 2 * PART_MIN + 1, 0) }, (_, index) => index + PART_MIN);
    return holds(words) || cuts.some((cut) => all.includes(letters.slice(0, cut)) && all.includes(letters.slice(cut)));
  };
  return { holds, holdsInTwoParts };
}

/** The documents of a folder by the number with which the name of their file begins. */
export function readDocuments(folder: string): ReadonlyMap<string, DocumentText> {
  return new Map(
    readdirSync(folder)
      .filter((name) => /^\d{3}.*\.txt$/.test(name))
      .map((name) => [name.slice(0, 3), documentText(readFileSync(join(folder, name), 'utf8'))]),
  );
}
