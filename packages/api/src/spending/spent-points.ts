import { LRUCache } from 'lru-cache';

/** How long what was spent counts. */
export const WINDOW_MS = 60_000;
/** How many keys are remembered; the one that spent longest ago is forgotten first. */
const KEYS_MAX = 50_000;

/** What was spent under a key in its present minute, as far as this instance knows, and which part of it the others do not know yet. */
type Window = { until: number; spent: number; unsettled: number };

/** What to tell the other instances. */
export type Unsettled = { readonly key: string; readonly points: number; readonly millisecondsLeft: number };

/** What all instances together have let a key spend. */
export type Settled = { readonly key: string; readonly points: number; readonly millisecondsLeft: number };

/** Points spent by key, each key in minutes of its own; kept in memory. */
export class SpentPoints {
  readonly #windows = new LRUCache<string, Window>({ max: KEYS_MAX });

  /** The present minute of a key; one that has never spent has none before it spends. */
  of(key: string, now: number): Readonly<Window> {
    const known = this.#windows.get(key);
    return known && known.until > now ? known : { until: now + WINDOW_MS, spent: 0, unsettled: 0 };
  }

  spend(key: string, points: number, now: number): void {
    const window = { ...this.of(key, now) };
    window.spent += points;
    window.unsettled += points;
    this.#windows.set(key, window);
  }

  /** Everything that the other instances do not know, in minutes that are not over. */
  unsettled(now: number): readonly Unsettled[] {
    return [...this.#windows.entries()].flatMap(([key, { until, unsettled }]) =>
      until > now && unsettled > 0
        ? [{ key, points: unsettled, millisecondsLeft: Math.max(1, Math.ceil(until - now)) }]
        : [],
    );
  }

  /** Takes in what all instances have let a key spend, of which `told` was this instance's; it may have spent more meanwhile. */
  settle({ key, points, millisecondsLeft }: Settled, told: number, now: number): void {
    const known = this.#windows.get(key);
    const unsettled = Math.max(0, (known?.unsettled ?? 0) - told);
    this.#windows.set(key, { until: now + millisecondsLeft, spent: points + unsettled, unsettled });
  }
}
