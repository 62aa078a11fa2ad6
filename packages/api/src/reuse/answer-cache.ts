import { LRUCache } from 'lru-cache';

/** A finished answer, with the version of the data that it was computed from or after. */
export type KeptAnswer = { readonly version: string; readonly bytes: Buffer; readonly tag: string };

/** No single answer may push out more than this share of the others. */
const LARGEST_SHARE = 16;

/** What an entry takes besides its bytes: its key, version and tag, and its place in the list. */
const OVERHEAD_BYTES = 1_024;

/** Keeps the newest answer to each question, the least asked for going first when their bytes would be more than `bytesMax`. */
export class AnswerCache {
  readonly #kept: LRUCache<string, KeptAnswer>;

  constructor(bytesMax: number) {
    this.#kept = new LRUCache({
      maxSize: bytesMax,
      maxEntrySize: Math.ceil(bytesMax / LARGEST_SHARE),
      sizeCalculation: ({ bytes }) => bytes.byteLength + OVERHEAD_BYTES,
    });
  }

  /** The answer to a question from this very version of the data. */
  get(key: string, version: string): KeptAnswer | undefined {
    const kept = this.#kept.get(key);
    return kept?.version === version ? kept : undefined;
  }

  /** Keeps an answer in the place of an older one; one that is too large is not kept, and takes the older one away all the same. */
  set(key: string, answer: KeptAnswer): void {
    this.#kept.set(key, answer);
  }

  get bytes(): number {
    return this.#kept.calculatedSize;
  }
}
