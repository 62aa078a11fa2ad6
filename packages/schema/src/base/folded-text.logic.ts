import { arabicDigits } from './digits.logic.ts';

/**
 * What is neither a letter nor a digit: ASCII and Latin-1 but these; the signs of Thai for abbreviation, baht, repetition and ends;
 * punctuation and symbols.
 */
const between =
  /[\n -/:-`{-\u00bf\u00d7\u00f7\u0e2f\u0e3f\u0e46\u0e4f\u0e5a\u0e5b\u2000-\u2bff\u3000-\u303f\uff00-\uff0f]+/g;

/** A text in its one spelling as it is searched and compared: small letters, Arabic digits, one blank for all else. `app.folded_text` is the same. */
export const foldedText = (text: string): string =>
  arabicDigits(text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()))
    .replace(between, ' ')
    .trim();
