import { setTimeout as sleep } from 'node:timers/promises';

/** How far refusals are apart when there are many. */
const APART_MS = 15;
/** However many are refused, nobody waits longer to be told. */
const WAIT_MS_MAX = 5_000;

/**
 * Refusals are told at once as long as they are few. Clients that ask again the moment they are refused are told later and later: to
 * refuse is cheap, but thousands of times a second it would make everybody else wait.
 */
export class Refusals {
  #nextAt = 0;

  /** Resolves when the next refusal may be told. */
  async turn(): Promise<void> {
    const now = performance.now();
    const wait = Math.max(0, this.#nextAt - now);
    this.#nextAt = Math.min(Math.max(this.#nextAt, now) + APART_MS, now + WAIT_MS_MAX);
    if (wait > 0) await sleep(wait);
  }
}
