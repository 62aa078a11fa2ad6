import type { Answered } from './ask.ts';
import type { Answers } from './jobs.ts';

/** Counts what comes back. */
export class Tally {
  readonly #statuses: Record<string, number> = {};
  readonly #codes: Record<string, number> = {};
  readonly #ms: number[] = [];
  #largestMb = 0;
  #sample = '';

  add({ status, bytes, text }: Answered, ms: number): void {
    this.#ms.push(ms);
    this.#statuses[status] = (this.#statuses[status] ?? 0) + 1;
    const code = /"code":"([A-Z_]+)"/.exec(text)?.[1];
    if (code) this.#codes[code] = (this.#codes[code] ?? 0) + 1;
    this.#largestMb = Math.max(this.#largestMb, bytes / 1e6);
    if (text) this.#sample = text.slice(0, 300);
  }

  get answers(): Answers {
    return {
      statuses: this.#statuses,
      codes: this.#codes,
      ms: this.#ms,
      largestMb: this.#largestMb,
      sample: this.#sample,
    };
  }
}
