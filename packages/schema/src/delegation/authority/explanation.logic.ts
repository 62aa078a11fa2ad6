import type { Message } from '../../base/message.logic.ts';
import type { Authority } from './authority.logic.ts';
import type { Amount, Ceiling } from './ceiling.logic.ts';
import { nameOfStep, refusalMessage } from './refusal-message.logic.ts';

/** The answer to the question of authority in a sentence for people. */
export function explanationOf<A extends Amount<A>>(answer: Authority<A>): Message {
  if (!answer.may) return refusalMessage(answer);
  const names = answer.chain.map(nameOfStep);
  const limit = limitOf(answer.ceiling);
  return {
    th: `มีอำนาจ: ${names.map(({ th }) => th).join(' → ')} ${limit.th}`,
    en: `It may: ${names.map(({ en }) => en).join(' → ')}, ${limit.en}.`,
  };
}

const limitOf = <A extends Amount<A>>(ceiling: Ceiling<A>): Message =>
  ceiling === null
    ? { th: 'ไม่จำกัดวงเงิน', en: 'without a ceiling' }
    : { th: `ไม่เกิน ${ceiling.toFixed(2)} บาท`, en: `up to ${ceiling.toFixed(2)} baht` };
