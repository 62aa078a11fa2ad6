import type { FieldProblem, Message } from './message.logic.ts';

/**
 * The one spelling of a text, for all that is written, searched, filtered and compared: what looks the same is the same.
 * docs/decisions/0019 lists which characters are removed, replaced or refused, and why. `app.clean_text` of the migrations is the same in
 * SQL.
 */

/**
 * Removed: invisible characters that word processors insert, such as zero-width spaces and joiners, soft hyphens, marks of direction,
 * fillers and variation selectors.
 */
const invisible =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of these is looked for by itself.
  /[\u{ad}\u{34f}\u{61c}\u{115f}\u{1160}\u{17b4}\u{17b5}\u{180b}-\u{180f}\u{200b}-\u{200f}\u{2060}-\u{2065}\u{206a}-\u{206f}\u{3164}\u{fe00}-\u{fe0f}\u{feff}\u{ffa0}\u{1d173}-\u{1d17a}\u{e0100}-\u{e01ef}]/gu;
const blank = /[\t\u{a0}\u{1680}\u{2000}-\u{200a}\u{202f}\u{205f}\u{3000}]/gu;
const lineBreak = /\r\n?|[\u{85}\u{2028}\u{2029}]/gu;

/** Refused: what hides or turns round what others read, what has no meaning that all share, and what PostgreSQL cannot keep. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what is looked for.
  /[\u{0}-\u{8}\u{b}\u{c}\u{e}-\u{1f}\u{7f}-\u{84}\u{86}-\u{9f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{fff9}-\u{fffc}\u{e0000}-\u{e007f}]|\p{Co}|\p{Cs}|\p{Noncharacter_Code_Point}/u;
/** No word of Thai, Pali or English stands more marks on one letter. */
const MARKS_MAX = 3;
const tallStack = new RegExp(`\\p{M}{${MARKS_MAX + 1},}`, 'u');

/** The marks of Thai in the order in which they are kept: below the letter, above it, nikhahit, tones, and what silences a letter. */
const marks = '\u0e3a\u0e38\u0e39\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47\u0e4d\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4e';
const mark = `[${marks}]`;
/** A mark that stands alone is in order. */
const markRun = new RegExp(`${mark}{2,}`, 'g');
const [saraAa, saraAm, nikhahit] = ['\u0e32', '\u0e33', '\u0e4d'];
const openedAm = new RegExp(`${nikhahit}(${mark}*)${saraAa}`, 'g');
const marksAfterAm = new RegExp(`${saraAm}(${mark}+)`, 'g');
const marksBeforeAm = new RegExp(`${mark}+(?=${saraAm})`, 'g');

/** Each mark once, in order; sara i with nikhahit is sara ue. */
function orderedMarks(run: string): string {
  const ordered = [...new Set(run)].sort((one, other) => marks.indexOf(one) - marks.indexOf(other)).join('');
  const joined = ordered.replace(/\u0e34(.*)\u0e4d/, '\u0e36$1');
  return joined === ordered ? ordered : orderedMarks(joined);
}

/** Thai as it is spelled: sara am in one piece after the tone mark, sara ae in one piece, marks in order. */
function thaiSpelling(text: string): string {
  let spelled = text.replaceAll('\u0e40\u0e40', '\u0e41').replace(openedAm, `$1${saraAm}`);
  for (let before = ''; before !== spelled; ) {
    before = spelled;
    spelled = spelled.replace(marksAfterAm, `$1${saraAm}`);
  }
  return spelled.replace(marksBeforeAm, (run) => run.replaceAll(nikhahit, '')).replace(markRun, orderedMarks);
}

/** Marks of other scripts among those of Thai may have to be put in order once more, after those of Thai were. */
function settled(text: string): string {
  const spelled = thaiSpelling(text.normalize('NFC'));
  return spelled === text ? text : settled(spelled);
}

/** What codes, years and English are made of is spelled in one way only, and never refused. */
const plain = /^[\n\x20-\x7e]*$/;

/** A text in its one spelling; blanks around it stay, as they matter to a part of a text. */
export const canonicalText = (text: string): string =>
  plain.test(text) ? text : settled(text.replace(invisible, '').replace(blank, ' ').replace(lineBreak, '\n'));

/** A text normalised for storage. */
export const cleanText = (text: string): string => canonicalText(text).replace(/^[ \n]+|[ \n]+$/g, '');

/** Whether a text has neither a letter nor a digit. */
export const isEmptyText = (text: string): boolean => !/[\p{L}\p{N}]/u.test(canonicalText(text));

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Why a text cannot be kept, searched or compared; null when it can. */
export function textFault(text: string): Message | null {
  if (plain.test(text)) return null;
  const character = forbidden.exec(text)?.[0];
  if (character !== undefined) {
    const name = nameOf(character);
    return {
      th: `ข้อความมีอักขระที่ใช้ไม่ได้ (${name}) โปรดลบออกหรือพิมพ์ใหม่`,
      en: `The text holds a character that cannot be kept (${name}): remove it, or type the text anew.`,
    };
  }
  return tallStack.test(canonicalText(text))
    ? {
        th: `มีเครื่องหมายซ้อนบนอักษรเดียวเกิน ${MARKS_MAX} ตัว`,
        en: `The text stands more than ${MARKS_MAX} marks on one letter.`,
      }
    : null;
}

/** What is wrong with a text that people give: missing, too long, or not to be kept. */
export function textProblems(field: string, text: string, limits: { max: number; required?: boolean }): FieldProblem[] {
  const fault = textFault(text);
  if (fault) return [{ field, message: { th: `${field}: ${fault.th}`, en: `${field}: ${fault.en}` } }];
  if (limits.required !== false && isEmptyText(text)) {
    return [{ field, message: { th: `โปรดกรอก ${field}`, en: `${field} must not be empty.` } }];
  }
  return [...cleanText(text)].length > limits.max
    ? [
        {
          field,
          message: {
            th: `${field} ยาวเกิน ${limits.max} ตัวอักษร`,
            en: `${field} is longer than ${limits.max} characters.`,
          },
        },
      ]
    : [];
}
