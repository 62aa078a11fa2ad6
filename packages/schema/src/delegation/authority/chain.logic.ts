import { type Amount, type Ceiling, isLower, lowest } from './ceiling.logic.ts';
import { isIssued, lapseOf } from './in-force.logic.ts';
import {
  actingSteps,
  type GivenPowers,
  holderOf,
  isSamePower,
  mayBePassedOn,
  type OrderLine,
  type Power,
  type PowerRecords,
  type Step,
} from './power-records.logic.ts';

/** How a position comes to a power: steps from the statutory power to the line that reaches the position. */
export type Chain<A> = {
  readonly steps: readonly Step<A>[];
  readonly last: Step<A>;
  /** The lowest of the ceilings along the chain. */
  readonly ceiling: Ceiling<A>;
};

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1);

/** The records that bear on one power, drafts left out, in an order of their own: answers do not depend on that of the input. */
export const recordsAbout = <A>({ statutoryPowers, lines }: GivenPowers<A>, power: Power): GivenPowers<A> => ({
  statutoryPowers: statutoryPowers.filter((each) => isSamePower(each, power)).sort(byId),
  lines: lines.filter((each) => isSamePower(each, power) && isIssued(each)).sort(byId),
});

export const linesFrom = <A>(lines: readonly OrderLine<A>[], step: Step<A>): OrderLine<A>[] =>
  lines.filter(({ delegatorId }) => delegatorId === holderOf(step));

/**
 * Grows chains line by line, all of one length before any longer one, and keeps a chain only where it beats every shorter or earlier
 * one with the same last step. A round trip never makes a chain better, so cycles in the data end by themselves.
 */
export function growChains<C extends { readonly last: { readonly id: string } }>(
  sources: readonly C[],
  grow: (chain: C) => readonly C[],
  beats: (one: C, other: C) => boolean,
): C[] {
  const best = new Map<string, C>();
  const kept: C[] = [];
  for (let chains = sources; chains.length > 0; ) {
    for (const chain of chains) {
      const rival = best.get(chain.last.id);
      if (rival === undefined || beats(chain, rival)) best.set(chain.last.id, chain);
    }
    const better = chains.filter((chain) => best.get(chain.last.id) === chain);
    kept.push(...better);
    chains = better.flatMap(grow);
  }
  return kept;
}

/**
 * The chains by which positions hold a power on a day, best first: the highest ceiling, then the fewest steps, then a fixed order. Each
 * last step that carries the power is there with its best chain; worse ones may be missing.
 */
export function chainsInForce<A extends Amount<A>>(records: GivenPowers<A>, power: Power, day: Date): Chain<A>[] {
  const about = recordsAbout(records, power);
  const holds = (step: Step<A>) => lapseOf(step, day) === null;
  const lines = about.lines.filter(holds);
  const sources = about.statutoryPowers
    .filter(holds)
    .map((source): Chain<A> => ({ steps: [source], last: source, ceiling: source.ceilingAmount }));
  const passOn = ({ steps, last, ceiling }: Chain<A>) =>
    mayBePassedOn(last)
      ? linesFrom(lines, last).map(
          (line): Chain<A> => ({
            steps: [...steps, line],
            last: line,
            ceiling: lowest(ceiling, line.ceilingAmount),
          }),
        )
      : [];
  return growChains(sources, passOn, (one, other) => isLower(other.ceiling, one.ceiling)).sort(byCeiling);
}

/** Chains of one ceiling stay as they were grown, the shorter first. */
function byCeiling<A extends Amount<A>>(one: Chain<A>, other: Chain<A>): number {
  if (isLower(other.ceiling, one.ceiling)) return -1;
  return isLower(one.ceiling, other.ceiling) ? 1 : 0;
}

/** The chains by which one position holds a power of its own on a day, best first: what it may pass on is among them. */
export const chainsHeldBy = <A extends Amount<A>>(
  positionId: string,
  records: GivenPowers<A>,
  power: Power,
  day: Date,
): Chain<A>[] => chainsInForce(records, power, day).filter(({ last }) => holderOf(last) === positionId);

/**
 * The chains by which one position may exercise a power on a day, best first: those of its own, and those of the positions that it acts
 * for, each with the appointment at its end.
 */
export function chainsExercisedBy<A extends Amount<A>>(
  positionId: string,
  records: PowerRecords<A>,
  power: Power,
  day: Date,
): Chain<A>[] {
  const chains = chainsInForce(records, power, day);
  const heldBy = (holder: string) => chains.filter(({ last }) => holderOf(last) === holder);
  const acting = actingSteps(records.appointments, positionId).filter((step) => lapseOf(step, day) === null);
  const byActing = acting.flatMap((step) =>
    heldBy(step.actsForId).map(({ steps, ceiling }): Chain<A> => ({ steps: [...steps, step], last: step, ceiling })),
  );
  return [...heldBy(positionId), ...byActing].sort(
    (one, other) => byCeiling(one, other) || one.steps.length - other.steps.length,
  );
}
