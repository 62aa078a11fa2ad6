import { glossary } from '@registry/schema/glossary/glossary.logic.ts';
import { discouragedIn } from '@registry/schema/glossary/term.logic.ts';
import { HOLE } from './source-sentences.ts';

/** What a sentence quotes: values of the data and of clients, names in the language of programs, and commands. */
const quoted = /“[^”]*”|"[^"]*"|`[^`]*`|\bnpm (run )?[a-z:]+( -- [a-z]+)?/g;
/** Where `format` of SQL puts a word. */
const slot = /%\d+\$s/g;
/** An example of a code or address, as it is written. */
const example = /เช่น [\w[\].#/…-]+/g;

const ceDate = /\b(19|20|21)\d\d-(0[1-9]|1[0-2])(?!\d)/;
const ceMonth =
  /(มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม) (19|20|21)\d\d/;
/** A sentence may show the form in which programs write dates, where it says so. */
const saysTheForm = /ISO 8601|ปี ค\.ศ\./;

/** English runs of words, as a library says them; names of several words begin with capitals. */
const english = /\b[a-z]+ [a-z]+ [a-z]+\b/;

const gluedLatin = /[\u0e01-\u0e4e][A-Za-z]|[A-Za-z][\u0e01-\u0e4e]/;

/** The words of other scripts that Thai readers of the API know, or that have no Thai. */
const known = new Set(
  'SWOT PESTEL S T ISO T09 JSON CSV SHA-256 HTTP http https UTF-8 ASCII NUL U null x cursor id Idempotency-Key rrggbb No Gift Policy Anti-Bribery ITA IIT EIT OIT CPI'.split(
    ' ',
  ),
);

const plainOf = (sentence: string): string =>
  sentence.replace(quoted, '“”').replace(slot, HOLE).replace(example, 'เช่น');

/** What is wrong with the words of a Thai sentence, whoever reads it. */
export function faultsOf(sentence: string, enumNames: ReadonlySet<string>): string[] {
  const plain = plainOf(sentence);
  const faults = discouragedIn(plain, glossary).map((word) => `discouraged word ${word}`);
  for (const word of plain.match(/\b[A-Z][A-Z0-9]*(_[A-Z0-9]+)*\b/g) ?? [])
    if (enumNames.has(word) && !known.has(word)) faults.push(`name of an enum’s value ${word}`);
  if ((ceDate.test(plain) && !saysTheForm.test(plain)) || ceMonth.test(plain)) faults.push('date of the common era');
  if (english.test(plain)) faults.push('English');
  if (gluedLatin.test(plain)) faults.push('Latin letters glued to Thai ones');
  return faults;
}

/** The words of programs in a sentence that people read; `names` are those that are told in Thai when the sentence is. */
export const wordsOfPrograms = (sentence: string, names: ReadonlySet<string> = new Set()): string[] =>
  (plainOf(sentence).match(/[A-Za-z][\w-]*/g) ?? [])
    .filter((word) => !known.has(word) && !names.has(word))
    .map((word) => `word of programs ${word}`);
