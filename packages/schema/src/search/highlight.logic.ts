import { foldedPlaces } from '../base/folded-text.logic.ts';
import type { SoughtText, SoughtWord } from '../base/sought-text.logic.ts';

export type Part = { readonly text: string; readonly isHit: boolean };
type Span = { readonly start: number; readonly end: number };

/** So many hits of a text are marked, of which this much is shown around the first. */
const HITS_MAX = 10;
const BEFORE = 60;
const SHOWN = 240;
export const PARTS_MAX = 2 * HITS_MAX + 1;

function spansOf(folded: string, pattern: string, isFromStart: boolean): Span[] {
  const found = folded.matchAll(new RegExp(`${isFromStart ? '(?<![0-9a-z])' : ''}${pattern}`, 'gu'));
  return [...found].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

/** Where a word stands; where it may be misspelt when it stands nowhere as it is. */
function wordSpans(folded: string, { text, misspelt, isFromStart }: SoughtWord): Span[] {
  const exact = spansOf(folded, text, isFromStart);
  return exact.length > 0 || misspelt === null ? exact : spansOf(folded, misspelt, isFromStart);
}

function soughtSpans(folded: string, { runs }: SoughtText): Span[] {
  return runs.flatMap(({ words, pieces }) => {
    const found = words.map((word) => wordSpans(folded, word));
    const isWhole = found.every(({ length }) => length > 0);
    const inPieces = isWhole || !pieces ? [] : pieces.flatMap((piece) => wordSpans(folded, piece));
    return inPieces.length > 0 ? inPieces : found.flat();
  });
}

/** Spans in order, those that touch as one. */
function merged(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    const last = joined.at(-1);
    if (last && span.start <= last.end) joined[joined.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}

/** The nearest place where no mark is parted from its letter. */
function wholeLetter(text: string, at: number): number {
  let place = at;
  while (place > 0 && /[\p{M}\u0e33\udc00-\udfff]/u.test(text.charAt(place))) place -= 1;
  return place;
}

/** A text in parts, of which those that were sought are hits: all of a short text, of a long one what stands around its first hit. Empty without a hit. */
export function highlighted(text: string, sought: SoughtText): Part[] {
  const { folded, places } = foldedPlaces(text);
  const inText = ({ start, end }: Span): Span => ({ start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1 });
  const trimmed = ({ start, end }: Span): Span => {
    const found = folded.slice(start, end);
    return { start: start + found.length - found.trimStart().length, end: end - found.length + found.trimEnd().length };
  };
  const hits = merged(soughtSpans(folded, sought).map(trimmed).map(inText)).slice(0, HITS_MAX);
  const [first] = hits;
  if (!first) return [];
  const from = text.length <= SHOWN ? 0 : wholeLetter(text, Math.max(0, first.start - BEFORE));
  const to = text.length <= from + SHOWN ? text.length : wholeLetter(text, from + SHOWN);
  const parts: Part[] = [];
  const add = (start: number, end: number, isHit: boolean): void => {
    if (end > start) parts.push({ text: text.slice(start, end), isHit });
  };
  let at = from;
  for (const { start, end } of hits.filter((hit) => hit.end <= to)) {
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, to, false);
  return parts;
}
