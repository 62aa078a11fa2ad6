type Letters = readonly string[];

/** A word with at most one letter wrong, left out, added or changed places with its neighbour, as alternatives of a regular expression. */
function oneError(letters: Letters): string[] {
  const word = letters.join('');
  const starts = [0];
  for (const letter of letters) starts.push((starts.at(-1) ?? 0) + letter.length);
  // Cut out of the word: putting letters together anew for each error takes many times as long.
  const before = (end: number): string => word.slice(0, starts[end]);
  const after = (start: number): string => word.slice(starts[start] ?? word.length);
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

/** From so many letters on, a quarter of a word has three. */
const QUARTERED_MIN = 12;

/** What one error fewer than there are parts leaves of them: a part as it is, or neighbours that only changed places where they meet. */
function leftOf(divided: readonly Letters[]): string[] {
  const swapped = (one: string, other: string): string =>
    `${[...one].slice(0, -1).join('')}${other.charAt(0)}${[...one].at(-1) ?? ''}${other.slice(1)}`;
  const [first = '', second = '', third] = divided.map((part) => part.join(''));
  if (third === undefined) return [first, second, swapped(first, second)];
  const ends = [swapped(first, second), swapped(second, third)];
  return [first, second, third, ...ends, swapped(swapped(first, second), third)];
}

/**
 * The ways in which a word may be misspelt, and what they leave of it: of each list one text stands wherever the word does. Of two errors each half has
 * one: that leaves out two in the same half. Folded letters mean themselves in a regular expression.
 */
export function typingErrors(letters: Letters, errors: 0 | 1 | 2): { misspelt: string | null; pieces: string[][] } {
  if (errors === 0) return { misspelt: null, pieces: [[letters.join('')]] };
  const halves = parts(letters, 2);
  if (errors === 1) return { misspelt: anyOf(oneError(letters)), pieces: [leftOf(halves)] };
  const [first = [], second = []] = halves;
  const quarters = halves.map((half) => leftOf(parts(half, 2)));
  return {
    misspelt: anyOf([...oneError(first), `${first.join('')}.`]) + anyOf(oneError(second)),
    // Thirds tell more than quarters of two letters.
    pieces: letters.length < QUARTERED_MIN ? [...quarters, leftOf(parts(letters, 3))] : quarters,
  };
}
