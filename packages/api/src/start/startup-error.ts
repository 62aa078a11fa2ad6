/** The server cannot start, and a person has to do something: main prints both sentences and leaves without a stack. */
export class StartupError extends Error {
  readonly messageTh: string;
  readonly messageEn: string;

  constructor(messageTh: string, messageEn: string, options?: ErrorOptions) {
    super(oneLine(messageEn), options);
    this.name = 'StartupError';
    this.messageTh = oneLine(messageTh);
    this.messageEn = oneLine(messageEn);
  }
}

/** What a program has said may come in several lines. */
const oneLine = (text: string): string => text.trim().replaceAll(/\s*\n\s*/g, '; ');

/** The text of whatever was thrown. */
export const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** The system's or PostgreSQL's code of an error (`EACCES`, `28P01`), or ''. */
export function codeOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return '';
  return typeof thrown.code === 'string' ? thrown.code : '';
}
