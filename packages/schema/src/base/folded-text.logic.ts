import { arabicDigits } from './digits.logic.ts';

/**
 * What is neither a letter nor a digit: ASCII and Latin-1 but these; the signs of Thai for abbreviation, baht, repetition and ends;
 * punctuation and symbols.
 */
const signs = '\n -/:-`{-\u00bf\u00d7\u00f7\u0e2f\u0e3f\u0e46\u0e4f\u0e5a\u0e5b\u2000-\u2bff\u3000-\u303f\uff00-\uff0f';
const between = new RegExp(`[${signs}]+`, 'g');
const words = new RegExp(`[^${signs}]+`, 'g');

/** Small letters and Arabic digits, each in its place. */
const leveled = (text: string): string => arabicDigits(text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));

/** A text in its one spelling as it is searched and compared: small letters, Arabic digits, one blank for all else. `app.folded_text` is the same. */
export const foldedText = (text: string): string => leveled(text).replace(between, ' ').trim();

/** A folded text between blanks, and where each of its letters stands in the text itself. */
export function foldedPlaces(text: string): { folded: string; places: number[] } {
  let folded = ' ';
  const places = [0];
  for (const { 0: word, index } of leveled(text).matchAll(words)) {
    folded += `${word} `;
    places.push(...Array.from({ length: word.length + 1 }, (_unused, at) => index + at));
  }
  return { folded, places };
}

/** The grams of a part of a folded text, as `app.text_grams` makes them of all of it: runs of three characters, as numbers. */
export function textGrams(folded: string): number[] {
  const letters = [...folded].map((letter) => (letter.codePointAt(0) ?? 0) & 1023);
  return letters.slice(2).map((last, at) => ((letters[at] ?? 0) << 20) | ((letters[at + 1] ?? 0) << 10) | last);
}
