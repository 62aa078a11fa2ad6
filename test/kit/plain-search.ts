import type { SoughtText, SoughtWord } from '@registry/schema/base/sought-text.logic.ts';

function holdsWord(words: string, { text, isFromStart, misspelt }: SoughtWord): boolean {
  if (!isFromStart && words.includes(text)) return true;
  if (!isFromStart && misspelt === null) return false;
  return new RegExp(`${isFromStart ? '[^0-9a-z]' : ''}${misspelt ?? text}`, 'su').test(words);
}

/** Whether folded words hold what is sought, without SQL. */
export const holdsSought = (words: string, { runs }: SoughtText): boolean =>
  runs.length > 0 &&
  runs.every((run) => [run.words, run.pieces].some((each) => each?.every((word) => holdsWord(words, word)) ?? false));
