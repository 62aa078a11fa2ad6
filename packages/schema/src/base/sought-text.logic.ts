import { LRUCache } from 'lru-cache';
import { foldedText } from './folded-text.logic.ts';
import { canonicalText } from './text.logic.ts';
import { typingErrors } from './typing-errors.logic.ts';

/** A word to look for in folded texts. */
export type SoughtWord = {
  readonly text: string;
  /** Words of Latin letters and numbers count from their beginning; Thai is written without blanks, and found anywhere. */
  readonly isFromStart: boolean;
  /** The word with typing errors, as a regular expression; null where it has to stand as it is. */
  readonly misspelt: string | null;
  /** Wherever the word stands, misspelt or not, one of each of these lists does. */
  readonly pieces: readonly (readonly string[])[];
};

/** What stands between blanks: every word of it, or all of it in pieces long enough to bear typing errors, which cut words wrongly. */
export type SoughtRun = { readonly words: readonly SoughtWord[]; readonly pieces: readonly SoughtWord[] | null };

export type SoughtText = {
  readonly runs: readonly SoughtRun[];
  /** All of it as it was written. */
  readonly folded: string;
};

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/** Words that stand everywhere and tell nothing apart; they count where there is no other. */
const fillers = new Set([
  ...[
    'การ',
    'ความ',
    'ของ',
    'และ',
    'ใน',
    'ที่',
    'เป็น',
    'ให้',
    'ได้',
    'มี',
    'จะ',
    'กับ',
    'โดย',
    'เพื่อ',
    'จาก',
    'แก่',
    'ต่อ',
    'หรือ',
    'ด้วย',
    'นี้',
    'นั้น',
    'ซึ่ง',
    'ว่า',
  ],
  ...['the', 'of', 'and', 'in', 'for', 'to', 'a', 'an', 'on', 'by', 'or'],
]);

const lettersOf = (text: string): string[] => [...text];
const isThai = (text: string): boolean => /[\u0e00-\u0e7f]/.test(text);
const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** How many typing errors a word may have. A number with one is another number. */
function errorsAllowed(text: string, length: number, isCutUp: boolean): 0 | 1 | 2 {
  if (/[0-9]/.test(text)) return 0;
  if (length >= (isThai(text) ? 11 : 9)) return 2;
  return length >= (isThai(text) && !isCutUp ? 6 : 5) ? 1 : 0;
}

/** What typing errors leave of a word takes longer to say than all else, and people search for the same words again. */
const KNOWN_WORDS_BYTES = 4_000_000;
const knownWords = new LRUCache<string, SoughtWord>({
  maxSize: KNOWN_WORDS_BYTES,
  sizeCalculation: (word) => 2 * JSON.stringify(word).length,
});

function wordOf(text: string, isCutUp = false): SoughtWord {
  const letters = lettersOf(text);
  const errors = errorsAllowed(text, letters.length, isCutUp);
  const known = knownWords.get(`${errors}${text}`);
  if (known) return known;
  const word = { text, isFromStart: !isThai(text), ...typingErrors(letters, errors) };
  knownWords.set(`${errors}${text}`, word);
  return word;
}

const PIECE_MIN = 6;

/** Thai words put together until they can bear an error; what is left at the end joins the piece before. A word that is sought anyway is itself a piece. */
function joined(segments: readonly string[], sought: readonly SoughtWord[]): SoughtWord[] {
  const pieces: string[][] = [];
  let isOpen = false;
  for (const segment of segments) {
    const last = pieces.at(-1);
    if (isThai(segment) && isOpen && last) last.push(segment);
    else pieces.push([segment]);
    isOpen = isThai(segment) && lettersOf(pieces.at(-1)?.join('') ?? '').length < PIECE_MIN;
  }
  const [end, before] = [pieces.at(-1), pieces.at(-2)];
  if (isOpen && end && before?.every(isThai)) pieces.splice(-2, 2, [...before, ...end]);
  const asSought = (text: string): SoughtWord => sought.find((word) => word.text === text) ?? wordOf(text);
  return pieces.map(([text = '', ...others]) =>
    others.length > 0 ? wordOf([text, ...others].join(''), true) : asSought(text),
  );
}

/** ICU would cut none of them either. */
const isOneWord = (run: string): boolean => /^[0-9a-z]+$/.test(run);

function runOf(run: string): SoughtRun {
  if (isOneWord(run)) return { words: [wordOf(run)], pieces: null };
  const segments = [...segmenter.segment(run)];
  const words = segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  const telling = words.filter((word) => !fillers.has(word));
  const sought = [...new Set(telling.length > 0 ? telling : words)].map((word) => wordOf(word));
  const pieces = joined(
    segments.map(({ segment }) => segment),
    sought,
  );
  // No Thai word has one letter: what was cut so is misspelt.
  const isCutWrongly = words.some((word) => isThai(word) && lettersOf(word).length === 1);
  const differs = pieces.map(({ text }) => text).join(' ') !== sought.map(({ text }) => text).join(' ');
  if (sought.length === 0 || isCutWrongly) return { words: pieces, pieces: null };
  return { words: sought, pieces: differs ? pieces : null };
}

/** What a text to search for asks for; every run has to be found. None where it holds neither a letter nor a digit. */
export function soughtIn(text: string): SoughtText {
  const folded = foldedText(canonicalText(text));
  const runs = [...new Set(folded.split(' '))].filter(isWord);
  const telling = runs.filter((run) => !fillers.has(run));
  return { folded, runs: (telling.length > 0 ? telling : runs).map(runOf) };
}
