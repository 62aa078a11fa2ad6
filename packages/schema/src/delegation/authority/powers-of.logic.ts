import type { Amount, Ceiling } from './ceiling.logic.ts';
import { chainsExercisedBy } from './chain.logic.ts';
import { mayBePassedOn, type Power, type PowerRecords, powersIn, type Step } from './power-records.logic.ts';

export type HeldPower<A> = Power & {
  readonly ceiling: Ceiling<A>;
  /** The best chain, from the statutory power to the position. */
  readonly chain: readonly Step<A>[];
  readonly subDelegable: boolean;
  /** The most that may be passed on, which can be less than what may be exercised; null without a ceiling or without the right. */
  readonly subDelegableCeiling: Ceiling<A>;
};

/** All powers that a position holds on a day, by process area and verb. */
export function powersOf<A extends Amount<A>>(records: PowerRecords<A>, positionId: string, day: Date): HeldPower<A>[] {
  return powersIn(records).flatMap((power) => {
    const chains = chainsExercisedBy(positionId, records, power, day);
    const [best] = chains;
    if (best === undefined) return [];
    const passable = chains.find(({ last }) => mayBePassedOn(last));
    return [
      {
        ...power,
        ceiling: best.ceiling,
        chain: best.steps,
        subDelegable: passable !== undefined,
        subDelegableCeiling: passable?.ceiling ?? null,
      },
    ];
  });
}
