import { type Amount, type Ceiling, isLower } from './ceiling.logic.ts';
import { type Chain, chainsExercisedBy } from './chain.logic.ts';
import type { Power, PowerRecords, Step } from './power-records.logic.ts';
import { type Refusal, refusalOf } from './refusal.logic.ts';

export type AuthorityQuestion<A> = Power & {
  readonly positionId: string;
  /** Without an amount, the ceiling is reported but refuses nothing. */
  readonly amount?: A | null;
  readonly on: Date;
};

export type Permission<A> = {
  readonly may: true;
  /** Steps from the statutory power to the position. */
  readonly chain: readonly Step<A>[];
  readonly ceiling: Ceiling<A>;
};

export type Authority<A> = Permission<A> | Refusal<A>;

/** May this position, on this day, exercise this verb on this process area for this amount? */
export function authority<A extends Amount<A>>(
  records: PowerRecords<A>,
  { positionId, on, amount = null, ...power }: AuthorityQuestion<A>,
): Authority<A> {
  const [best] = chainsExercisedBy(positionId, records, power, on);
  if (best === undefined) return refusalOf(positionId, records, power, on);
  return amount !== null && isLower(best.ceiling, amount)
    ? aboveCeiling(best, amount)
    : { may: true, chain: best.steps, ceiling: best.ceiling };
}

function aboveCeiling<A extends Amount<A>>({ steps, ceiling }: Chain<A>, amount: A): Refusal<A> {
  const at = steps.findIndex(({ ceilingAmount }) => isLower(ceilingAmount, amount));
  return { may: false, reason: 'ABOVE_CEILING', brokenAt: steps[at] ?? null, chain: steps.slice(0, at), ceiling };
}
