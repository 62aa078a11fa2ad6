import { LRUCache } from 'lru-cache';

/** How long what was spent counts. */
export const WINDOW_MS = 60_000;
/** How many keys are remembered; the one that spent longest ago is forgotten first. */
const KEYS_MAX = 50_000;

/** What was spent under a key in its present minute, as far as this instance knows, and which part of it the others do not know yet. */
export type Minute = { readonly until: number; readonly spent: number; readonly unsettled: number };
type Counted = { -readonly [Name in keyof Minute]: Minute[Name] };

/** What to tell the other instances. */
export type Unsettled = { readonly key: string; readonly points: number; readonly millisecondsLeft: number };

/** What all instances together have let a key spend. */
export type Settled = { readonly key: string; readonly points: number; readonly millisecondsLeft: number };

/** A minute as of now: one that is over is followed by one in which nothing was spent. */
export const asOf = <Known extends Minute>(minute: Known | undefined, now: number): Known | Counted =>
  minute && minute.until > now ? minute : { until: now + WINDOW_MS, spent: 0, unsettled: 0 };

/** Points spent by key, each key in minutes of its own; kept in memory. A minute once given goes on telling what is spent in it. */
export class SpentPoints {
  readonly #minutes = new LRUCache<string, Counted>({ max: KEYS_MAX });

  /** The present minute of a key; one that has never spent has none before it spends. */
  of(key: string, now: number): Minute {
    return asOf(this.#minutes.get(key), now);
  }

  /** Counts points; gives the minute in which they count. */
  spend(key: string, points: number, now: number): Minute {
    const known = this.#minutes.get(key);
    const minute = asOf(known, now);
    minute.spent += points;
    minute.unsettled += points;
    if (minute !== known) this.#minutes.set(key, minute);
    return minute;
  }

  /** Everything that the other instances do not know, in minutes that are not over. */
  unsettled(now: number): readonly Unsettled[] {
    return [...this.#minutes.entries()].flatMap(([key, { until, unsettled }]) =>
      until > now && unsettled > 0
        ? [{ key, points: unsettled, millisecondsLeft: Math.max(1, Math.ceil(until - now)) }]
        : [],
    );
  }

  /** Takes in what all instances have let a key spend, of which `told` was this instance's; it may have spent more meanwhile. */
  settle({ key, points, millisecondsLeft }: Settled, told: number, now: number): void {
    const minute = this.#minutes.get(key) ?? asOf(undefined, now);
    const unsettled = Math.max(0, minute.unsettled - told);
    this.#minutes.set(
      key,
      Object.assign(minute, { until: now + millisecondsLeft, spent: points + unsettled, unsettled }),
    );
  }
}
