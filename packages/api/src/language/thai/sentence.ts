/** A sentence of a library, and what it says in Thai: the parts that it quotes stand where `$1`, `$2` and so on are. */
export type Sentence = readonly [english: RegExp, thai: string];

/** The Thai of a sentence, where one of these is it. */
export function thaiBy(sentences: readonly Sentence[], english: string): string | null {
  const found = sentences.find(([pattern]) => pattern.test(english));
  return found ? english.replace(...found) : null;
}
