import type { Message } from '../base/message.logic.ts';

/** One concept of the registry and the one word for it in each language: every sentence of ours uses it. */
export type Term = {
  /** Its name for programs; `Role.EDITOR` is a value of an enum, whose label is this word. */
  readonly concept: string;
  readonly word: Message;
  readonly meaning: Message;
  /** Which document or law the word is taken from, or why it was chosen. */
  readonly source: Message;
  /** Thai words for the same that no sentence of ours uses; the documents' own texts may. */
  readonly discouraged: readonly string[];
};

/** The discouraged words that a Thai text uses; what is a part of the term's own word is none where it stands in it. */
export function discouragedIn(text: string, terms: readonly Term[]): string[] {
  return terms.flatMap(({ word, discouraged }) => {
    const others = text.replaceAll(word.th, ' ');
    return discouraged.filter((each) => (word.th.includes(each) ? others : text).includes(each));
  });
}
