import type { FieldProblem } from './message.logic.ts';

/** Text as it is kept: composed Thai (NFC), no surrounding blanks, no control characters but line breaks and tabs. */
export const cleanText = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const forbiddenCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** What is wrong with a text that people must give: missing, too long, or holding control characters. */
export function textProblems(field: string, text: string, limits: { max: number; required?: boolean }): FieldProblem[] {
  const length = [...cleanText(text)].length;
  if (limits.required !== false && length === 0) {
    return [{ field, message: { th: `กรุณากรอก ${field}`, en: `${field} must not be empty.` } }];
  }
  if (length > limits.max) {
    return [
      {
        field,
        message: {
          th: `${field} ยาวเกิน ${limits.max} ตัวอักษร`,
          en: `${field} is longer than ${limits.max} characters.`,
        },
      },
    ];
  }
  return forbiddenCharacters.test(text)
    ? [{ field, message: { th: `${field} มีอักขระควบคุม`, en: `${field} holds control characters.` } }]
    : [];
}
