import type { SoughtRun, SoughtText, SoughtWord } from './sought-text.logic.ts';

/** What an index of grams is asked for, and whether it names few records: a run of less than three letters is in too many of its grams. */
type GramQuery = { readonly text: string; readonly isTelling: boolean };

const GRAM = 3;
/** Stands for the digit of the sample that is asked. */
const SAMPLE = '#';

/** A text holds its grams, of which those side by side are enough. */
function holding(text: string): GramQuery {
  const letters = [...text];
  if (letters.length < GRAM) return { text: `'${SAMPLE}${text}':*`, isTelling: false };
  const last = letters.length - GRAM;
  const starts = Array.from({ length: Math.ceil(last / GRAM) }, (_unused, index) => index * GRAM);
  const grams = [...starts, last].map((start) => `'${SAMPLE}${letters.slice(start, start + GRAM).join('')}'`);
  return { text: `(${grams.join(' & ')})`, isTelling: true };
}

/** What tells nothing is asked for only where nothing else is. */
function allOf(queries: readonly GramQuery[]): GramQuery {
  const telling = queries.filter(({ isTelling }) => isTelling);
  const asked = telling.length > 0 ? telling : queries;
  return { text: `(${asked.map(({ text }) => text).join(' & ')})`, isTelling: telling.length > 0 };
}

const anyOf = (queries: readonly GramQuery[]): GramQuery => ({
  text: `(${queries.map(({ text }) => text).join(' | ')})`,
  isTelling: queries.every(({ isTelling }) => isTelling),
});

const exactly = ({ text }: SoughtWord): GramQuery => holding(text);
const nearly = ({ pieces }: SoughtWord): GramQuery => allOf(pieces.map((texts) => anyOf(texts.map(holding))));

/**
 * The queries of the index of grams (`app.search_lexemes`) that every record meets which holds a text: all its words as they are written, and with
 * typing errors; null where there can be none. Folded letters mean themselves in a query.
 */
export function gramQueries({ runs }: SoughtText): { exactly: string; nearly: string | null } {
  const written = allOf(runs.map(({ words }) => allOf(words.map(exactly)))).text;
  const waysOf = ({ words, pieces }: SoughtRun) => (pieces ? [words, pieces] : [words]);
  const mayErr = runs
    .flatMap(waysOf)
    .flat()
    .some(({ misspelt }) => misspelt !== null);
  const misspelt = allOf(runs.map((run) => anyOf(waysOf(run).map((words) => allOf(words.map(nearly)))))).text;
  return { exactly: written, nearly: mayErr ? misspelt : null };
}

/** The same of records of some kinds alone. */
export const ofKinds = (query: string, kinds: readonly string[]): string =>
  `(${kinds.map((kind) => `'${SAMPLE}=${kind}'`).join(' | ')}) & ${query}`;
