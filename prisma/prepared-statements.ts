/**
 * What PostgreSQL keeps of a prepared statement takes some sixty times the memory of its text, in every session that prepared it. So a
 * session keeps statements up to so many characters of text, and only those that come again: a filter of a shape of its own is parsed for its
 * request and forgotten. The longest statements that come again are the registry's own, which look for findings: planning one takes 20 ms.
 */
const TEXT_KEPT_MAX = 131_072;
const TEXT_MAX = 49_152;
const STATEMENTS_MAX = 200;

/** How many characters of texts are remembered, in all, to tell which come again. */
const SEEN_TEXT_MAX = 2_097_152;

/** Texts that were sent lately, in two generations: the older one goes when the younger one is full. */
class Seen {
  #young = new Set<string>();
  #old = new Set<string>();
  #size = 0;

  /** Notes a text, and says whether it was sent before. */
  note(text: string): boolean {
    if (this.#young.has(text)) return true;
    const isKnown = this.#old.has(text);
    if (this.#size + text.length > SEEN_TEXT_MAX / 2) {
      this.#old = this.#young;
      this.#young = new Set();
      this.#size = 0;
    }
    this.#young.add(text);
    this.#size += text.length;
    return isKnown;
  }
}

const seen = new Seen();

/** Whether a statement is worth preparing: it came before, and is not too long. */
export const isWorthPreparing = (text: string): boolean => text.length <= TEXT_MAX && seen.note(text);

/**
 * What planning takes PostgreSQL frees again, but the C library keeps it for the session, in pieces: tens of megabytes after many statements of ever
 * new shapes. So a session that has parsed so many characters has served: it ends, and its memory with it. Ordinary clients ask for what is prepared.
 */
const PARSED_TEXT_MAX = 262_144;

const parsedBy = new WeakMap<object, number>();

/** Notes that a session parses a statement. */
export function countParsedText(session: object, { length }: string): void {
  parsedBy.set(session, (parsedBy.get(session) ?? 0) + length);
}

/** Whether another session is to come after this one, when whoever uses it is done. */
export const isDueForReplacement = (session: object): boolean => (parsedBy.get(session) ?? 0) > PARSED_TEXT_MAX;

let named = 0;

/** The statements that a session has prepared. */
export class PreparedStatements {
  /** Names by text, the least used first. */
  readonly #names = new Map<string, string>();
  #size = 0;
  /** Names that PostgreSQL may still know and nobody uses. */
  #stale: string[] = [];

  /** The name of a statement that is prepared. */
  nameOf(text: string): string | undefined {
    const name = this.#names.get(text);
    if (name === undefined) return undefined;
    this.#names.delete(text);
    this.#names.set(text, name);
    return name;
  }

  /** Names a statement that is about to be prepared; the least used ones make room. */
  add(text: string): string {
    for (const oldest of this.#names.keys()) {
      if (this.#size + text.length <= TEXT_KEPT_MAX && this.#names.size < STATEMENTS_MAX) break;
      this.drop(oldest);
    }
    named += 1;
    const name = `s${named}`;
    this.#names.set(text, name);
    this.#size += text.length;
    return name;
  }

  /** Forgets a statement; PostgreSQL is told with the next batch. */
  drop(text: string): void {
    const name = this.#names.get(text);
    if (name === undefined) return;
    this.#names.delete(text);
    this.#size -= text.length;
    this.#stale.push(name);
  }

  /** Has a name closed once more: PostgreSQL did not get to it, or does not mind. */
  closeAgain(name: string): void {
    this.#stale.push(name);
  }

  /** The names to be closed, each of them once. */
  takeStale(): readonly string[] {
    const stale = this.#stale;
    if (stale.length > 0) this.#stale = [];
    return stale;
  }
}
