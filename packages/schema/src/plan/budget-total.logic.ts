import type { Message } from '../base/message.logic.ts';

type Line<Amount> = { readonly status: 'BUDGETED' | 'NO_BUDGET' | 'UNKNOWN'; readonly amount: Amount | null };

/** The amounts that lines state; what needs no budget, or is not known, states none. */
export const amountsOf = <Amount>(lines: readonly Line<Amount>[]): Amount[] =>
  lines.flatMap(({ amount }) => (amount === null ? [] : [amount]));

/** Why lines have no total: the sum of no amounts is not 0. Null where there is one. */
export function whyNoTotal(lines: readonly Line<unknown>[]): Message | null {
  if (amountsOf(lines).length > 0) return null;
  if (lines.length === 0) return { th: 'ไม่มีรายการงบประมาณ', en: 'There is no budget line.' };
  return lines.every(({ status }) => status === 'NO_BUDGET')
    ? { th: 'ไม่ใช้งบประมาณ', en: 'It needs no budget.' }
    : { th: 'ไม่ทราบงบประมาณ', en: 'The budget is not known.' };
}
