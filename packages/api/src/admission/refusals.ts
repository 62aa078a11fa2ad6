import { setTimeout as sleep } from 'node:timers/promises';

/** How far refusals are apart when there are many. */
const APART_MS = 15;
/** The longest delay of a refusal. */
const WAIT_MS_MAX = 10_000;

/**
 * Refusals are sent at once while they are few. Clients that retry at once are answered later and later: thousands of cheap refusals a
 * second would still slow everybody down.
 */
export class Refusals {
  #nextAt = 0;

  /** Resolves when the next refusal may be sent. */
  async turn(): Promise<void> {
    const wait = this.waitFrom(performance.now());
    if (wait > 0) await sleep(wait);
  }

  /** Takes the next place in the line; how long, from `now`, until it comes. */
  waitFrom(now: number): number {
    const wait = Math.max(0, this.#nextAt - now);
    if (wait >= WAIT_MS_MAX) return placeInFullLine();
    this.#nextAt = now + wait + APART_MS;
    return wait;
  }
}

/** Anywhere in the later half of a full line: what is refused at one moment comes back at one moment, as a wave that everybody feels. */
const placeInFullLine = (): number => (WAIT_MS_MAX * (1 + Math.random())) / 2;
