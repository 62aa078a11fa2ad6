import { namesIn } from './meaning.logic.ts';
import type { Message } from './message.logic.ts';

/** States in words, taken from the meanings of the schema's enums; ENDED follows from a date alone. */
const words = new Map<string, Message>([['ENDED', { th: 'สิ้นสุดแล้ว', en: 'ended' }]]);

/** Keeps what the states of an enum are called; a state of several enums means the same in each. */
export function noteStates(meanings: Readonly<Record<string, string>>): void {
  for (const [state, meaning] of Object.entries(meanings)) {
    const { th, en } = namesIn(meaning);
    if (!words.has(state)) words.set(state, { th, en: en.replace(/,.*$/s, '').toLowerCase() });
  }
}

export const stateWord = (state: string): Message => words.get(state) ?? { th: state, en: state };

/** Several states as alternatives. */
export const anyState = (states: readonly string[]): Message => ({
  th: states.map((state) => stateWord(state).th).join(' หรือ '),
  en: states.map((state) => stateWord(state).en).join(' or '),
});
