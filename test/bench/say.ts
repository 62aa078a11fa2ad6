/** Progress goes to stderr in both languages, so that stdout holds the results alone. */
export const say = (th: string, en: string): void => void process.stderr.write(`${th} · ${en}\n`);

/** A problem that whoever runs the bench can put right; the message says how. */
export class BenchError extends Error {
  readonly messageTh: string;

  constructor(messageTh: string, messageEn: string) {
    super(messageEn);
    this.messageTh = messageTh;
  }
}
