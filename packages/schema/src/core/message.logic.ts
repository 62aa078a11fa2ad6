/** A sentence in both languages of the registry; the response carries the one that the client asked for. */
export type Message = { readonly th: string; readonly en: string };

/** One input field that is wrong, named by its path in the input, and why. */
export type FieldProblem = {
  readonly field: string;
  readonly message: Message;
  /** Global id of what the path leads to, where that is a record of its own; null where it is the record that was asked for. */
  readonly nodeId?: string | null;
};
