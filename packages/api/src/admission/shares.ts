import { Share } from './share.ts';

/** An agency floods when it has more than this many requests going on, this many times as much as others that ask, and this part of all. */
const FLOOD_DEMAND = 4;
const FLOOD_FACTOR = 4;
const FLOOD_PART = 1 / 4;
/** How long an agency counts as asking after its last answer. */
const PRESENT_MS = 5_000;
/** How long an agency counts as flooding after it asked for more than it is allowed. */
const EXHAUSTED_MS = 5_000;
/**
 * A flood rests this many times as long as its last turn took, so that it delays too few requests of others to move their 95th percentile.
 */
const REST_FACTOR = 30;
/** However short a turn was, its request was also read and answered; however long, the next one comes. */
const REST_MS_MIN = 30;
const REST_MS_MAX = 2_000;

/** What an agency has going on that asks for little, as a quarter of all do that ask. */
function littleOf(demands: readonly number[]): number {
  const sorted = [...demands].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 4)] ?? 0;
}

const isExhausted = ({ exhaustedAt }: Share, now: number): boolean => exhaustedAt >= now - EXHAUSTED_MS;

/** The shares of all agencies, and which of them flood. */
export class Shares {
  readonly #all = new Map<string, Share>();
  /** When the last turn of a flood ended, and how long floods rest after it. */
  #restsSince = Number.NEGATIVE_INFINITY;
  #restMs = 0;

  of(agency: string): Share {
    const known = this.#all.get(agency);
    if (known) return known;
    this.#forgetAbsent(performance.now());
    const share = new Share();
    this.#all.set(agency, share);
    return share;
  }

  /** Notes that an agency has spent what it is allowed. */
  markExhausted(agency: string, now: number): void {
    this.of(agency).exhaustedAt = now;
  }

  get waiting(): Share[] {
    return [...this.#all.values()].filter(({ queued }) => queued > 0);
  }

  /** Whether other agencies ask. */
  hasOthers(share: Share, now: number): boolean {
    return this.#present(now).some((other) => other !== share);
  }

  /**
   * Whether an agency has far more going on, for longer than a moment, than others that ask, or has just used up its rate; never when it
   * asks alone. When many are busy, the one that asks slightly more is no flood: it does not delay the others, and would itself wait for
   * ever.
   */
  floods(share: Share, now: number): boolean {
    if (isExhausted(share, now)) return this.hasOthers(share, now);
    // Most have little going on: nothing has to be compared then.
    if (share.demand <= FLOOD_DEMAND || share.usualDemand(now) <= FLOOD_DEMAND) return false;
    const demands = this.#present(now).map((each) => each.usualDemand(now));
    const all = demands.reduce((sum, demand) => sum + demand, 0);
    return share.usualDemand(now) > Math.max(FLOOD_FACTOR * littleOf(demands), FLOOD_PART * all);
  }

  /** Whether a flood may begin one request: it has none in work, and has rested, twice as long while others work. */
  hasTurnForFlood(now: number): boolean {
    const rested = now - this.#restsSince;
    if (rested < this.#restMs) return false;
    let othersWork = false;
    for (const share of this.#present(now)) {
      const floods = this.floods(share, now);
      if (floods && share.working > 0) return false;
      if (!floods && share.demand > 0) othersWork = true;
    }
    return !othersWork || rested >= 2 * this.#restMs;
  }

  /** Lets floods rest when a request of one has ended. */
  noteEnd(share: Share, begunAt: number, now: number): void {
    if (!this.floods(share, now)) return;
    this.#restsSince = now;
    this.#restMs = Math.min(REST_MS_MAX, Math.max(REST_MS_MIN, REST_FACTOR * (now - begunAt)));
  }

  #present(now: number): Share[] {
    return [...this.#all.values()].filter(({ demand, endedAt }) => demand > 0 || endedAt >= now - PRESENT_MS);
  }

  #forgetAbsent(now: number): void {
    const present = new Set(this.#present(now));
    for (const [agency, share] of this.#all)
      if (!present.has(share) && !isExhausted(share, now)) this.#all.delete(agency);
  }
}
