import { LRUCache } from 'lru-cache';

/**
 * What PostgreSQL keeps of a prepared statement takes some sixty times the memory of its text, in every session that prepared it. So a
 * session keeps statements up to so many characters of text, and only those that come again: a filter of a shape of its own is parsed for its
 * request and forgotten. The longest statements that come again are the registry's own, which look for findings: planning one takes 20 ms.
 */
const TEXT_KEPT_MAX = 163_840;
const TEXT_MAX = 81_920;
const STATEMENTS_MAX = 200;

/** How many characters of texts are remembered in all, to recognise repeated statements. */
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

/** Whether the session should be closed instead of used again. */
export const isDueForReplacement = (session: object): boolean => (parsedBy.get(session) ?? 0) > PARSED_TEXT_MAX;

let named = 0;

/** The statements that a session has prepared; the least used ones make room for others. */
export class PreparedStatements {
  /** Names that are evicted here and still prepared in PostgreSQL. */
  #toClose: string[] = [];
  /** Names by text. Evicted ones are closed with the next batch. */
  readonly #names = new LRUCache<string, string>({
    max: STATEMENTS_MAX,
    maxSize: TEXT_KEPT_MAX,
    sizeCalculation: (_name, text) => Math.max(1, text.length),
    dispose: (name) => this.#toClose.push(name),
  });

  /** The name of a statement that is prepared. */
  nameOf(text: string): string | undefined {
    return this.#names.get(text);
  }

  /** Names a statement that is about to be prepared. */
  add(text: string): string {
    named += 1;
    const name = `s${named}`;
    this.#names.set(text, name);
    return name;
  }

  /** Forgets a statement. */
  drop(text: string): void {
    this.#names.delete(text);
  }

  /** Closes a name again, when it is not certain that PostgreSQL has closed it. */
  closeAgain(name: string): void {
    this.#toClose.push(name);
  }

  /** The names to close in PostgreSQL; each is returned once. */
  takeNamesToClose(): readonly string[] {
    const names = this.#toClose;
    if (names.length > 0) this.#toClose = [];
    return names;
  }
}
