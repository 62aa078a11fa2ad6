type Letters = readonly string[];

/** A word with at most one letter wrong, left out, added or changed places with its neighbour, as alternatives of a regular expression. */
function oneError(letters: Letters): string[] {
  const before = (end: number): string => letters.slice(0, end).join('');
  const after = (start: number): string => letters.slice(start).join('');
  return letters.flatMap((letter, at) => {
    const next = letters[at + 1];
    const wrong = `${before(at)}.?${after(at + 1)}`;
    if (next === undefined) return [wrong];
    const added = `${before(at + 1)}.${after(at + 1)}`;
    return next === letter ? [wrong, added] : [wrong, added, `${before(at)}${next}${letter}${after(at + 2)}`];
  });
}

const anyOf = (alternatives: readonly string[]): string => `(?:${alternatives.join('|')})`;

/** As many parts of nearly the same length. */
function parts(letters: Letters, count: number): Letters[] {
  const ends = Array.from({ length: count + 1 }, (_unused, index) => Math.round((index * letters.length) / count));
  return ends.slice(1).map((end, index) => letters.slice(ends[index], end));
}

/**
 * The ways in which a word may be misspelt. Of two errors each half has one: that leaves out two in the same half. So many errors leave one
 * of so many pieces and one more as it is, whatever they are. Folded letters mean themselves in a regular expression.
 */
export function typingErrors(letters: Letters, errors: 0 | 1 | 2): { misspelt: string | null; pieces: string[] } {
  const pieces = parts(letters, errors + 1).map((part) => part.join(''));
  if (errors === 0) return { misspelt: null, pieces };
  if (errors === 1) return { misspelt: anyOf(oneError(letters)), pieces };
  const [first = [], second = []] = parts(letters, 2);
  return { misspelt: anyOf([...oneError(first), `${first.join('')}.`]) + anyOf(oneError(second)), pieces };
}
