import { arabicDigits } from '../base/digits.logic.ts';

/** The code of a part, with Arabic digits. */
export const partCode = (code: string): string => arabicDigits(code.trim());

/** Whether a code stands under that of the whole: mission 1.2 under dimension 1, sub-mission 1.2.2 under mission 1.2. */
export function isPartOf(code: string, whole: string): boolean {
  const number = code.startsWith(`${whole}.`) ? code.slice(whole.length + 1) : '';
  return /^[1-9]\d?$/.test(number);
}
