import { Share } from './share.ts';

/** An agency floods when it has more than this many requests in work or waiting, and this many times as much as others that ask. */
const FLOOD_DEMAND = 4;
const FLOOD_FACTOR = 4;
/** How long an agency counts as asking after its last answer. */
const PRESENT_MS = 1_000;
/** Whoever asks one thing after the other asks again within this time. */
export const GAP_MS = 3;
/** While others ask without a gap, a flood gets one turn after this many of theirs: too few to move their 95th percentile. */
const TURNS_OF_OTHERS = 25;

/** The shares of all agencies, and which of them flood. */
export class Shares {
  readonly #all = new Map<string, Share>();
  #turnsOfOthers = 0;

  of(agency: string): Share {
    const known = this.#all.get(agency);
    if (known) return known;
    this.#forgetAbsent();
    const share = new Share();
    this.#all.set(agency, share);
    return share;
  }

  get waiting(): Share[] {
    return [...this.#all.values()].filter(({ queued }) => queued > 0);
  }

  /** What an agency has going on that asks for little, as a quarter of all do that ask. */
  get #littleDemand(): number {
    const demands = this.#present.map(({ demand }) => Math.max(1, demand)).sort((one, other) => one - other);
    return demands[Math.floor((demands.length - 1) / 4)] ?? 0;
  }

  floods(share: Share): boolean {
    return share.demand > FLOOD_DEMAND && share.demand > FLOOD_FACTOR * this.#littleDemand;
  }

  /** Notes that a request began: turns are counted while a flood waits for one. */
  noteTurn(share: Share): void {
    this.#turnsOfOthers = this.floods(share) ? 0 : this.#turnsOfOthers + 1;
  }

  /** Whether a flood may begin one request: none is in work, and the others leave a gap or have had their turns. */
  hasTurnForFlood(): boolean {
    let othersWork = false;
    let othersEndedAt = Number.NEGATIVE_INFINITY;
    for (const share of this.#present) {
      if (this.floods(share)) {
        if (share.working > 0) return false;
      } else {
        othersWork ||= share.demand > 0;
        othersEndedAt = Math.max(othersEndedAt, share.endedAt);
      }
    }
    const isGap = !othersWork && performance.now() - othersEndedAt >= GAP_MS;
    return isGap || this.#turnsOfOthers >= TURNS_OF_OTHERS;
  }

  get #present(): Share[] {
    const since = performance.now() - PRESENT_MS;
    return [...this.#all.values()].filter(({ demand, endedAt }) => demand > 0 || endedAt >= since);
  }

  #forgetAbsent(): void {
    const present = new Set(this.#present);
    for (const [agency, share] of this.#all) if (!present.has(share)) this.#all.delete(agency);
  }
}
