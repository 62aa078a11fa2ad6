/** A sentence in both languages of the registry; the response carries the one that the client asked for. */
export type Message = { readonly th: string; readonly en: string };

const LENGTH_MAX = 500;

/** Sentences as one text without repetitions: the first ones where they are many, and the number of the others. */
export function joinMessages(messages: readonly Message[]): Message {
  const sentences = [...new Map(messages.map((message) => [message.en, message])).values()];
  let letters = 0;
  const end = sentences.findIndex(({ th, en }) => {
    letters += Math.max(th.length, en.length);
    return letters > LENGTH_MAX;
  });
  const said = end < 0 ? sentences : sentences.slice(0, Math.max(1, end));
  const left = sentences.length - said.length;
  const th = said.map((message) => message.th);
  const en = said.map((message) => message.en);
  if (left > 0) {
    th.push(`และอีก ${left} ข้อ`);
    en.push(`And ${left} more.`);
  }
  return { th: th.join(' · '), en: en.join(' ') };
}

/** One input field that is wrong, named by its path in the input, and why. */
export type FieldProblem = {
  readonly field: string;
  readonly message: Message;
  /** Global id of what the path leads to, where that is a record of its own; null where it is the record that was asked for. */
  readonly nodeId?: string | null;
  /** What rule it breaks, for programs; rules that clients tell apart have one. */
  readonly code?: string;
};
