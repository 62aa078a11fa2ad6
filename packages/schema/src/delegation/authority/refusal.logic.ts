import type { Ceiling } from './ceiling.logic.ts';
import { growChains, linesFrom, recordsAbout } from './chain.logic.ts';
import { type LapseReason, lapseOf } from './in-force.logic.ts';
import {
  actingSteps,
  holderOf,
  isActing,
  mayBePassedOn,
  type OrderLine,
  type Power,
  type PowerRecords,
  type Step,
} from './power-records.logic.ts';

export type RefusalReason = LapseReason | 'NO_LINE' | 'ABOVE_CEILING' | 'NOT_SUBDELEGABLE' | 'DELEGATOR_LACKS_POWER';

export type Refusal<A> = {
  readonly may: false;
  readonly reason: RefusalReason;
  /** The line or statutory power that does not carry the power further; null when there is nothing to break. */
  readonly brokenAt: Step<A> | null;
  /** The sound steps before the break, from the statutory power on. */
  readonly chain: readonly Step<A>[];
  /** The ceiling that stands in the way; null when the reason is another one. */
  readonly ceiling: Ceiling<A>;
};

/** A chain that would lead to its holder if nothing were wrong with it. */
type Attempt<A> = {
  readonly steps: readonly Step<A>[];
  readonly last: Step<A>;
  readonly defects: number;
  /** Days by which its steps miss the day, added up. */
  readonly days: number;
  /** The first thing wrong with it. */
  readonly refusal: Refusal<A> | null;
};

/**
 * Why a position does not hold a power on a day. Among all chains that would reach it if dates and the right to sub-delegate were
 * disregarded, it reports on the closest: fewest defects (a step out of force, a line that may not be passed on), then fewest days off,
 * then fewest steps, then a fixed order of the records. Its first defect, seen from the statutory power, is the reason. Where no chain
 * starts at a statutory power, the delegator lacks the power, and the line nearest to the day is reported.
 */
export function refusalOf<A>(positionId: string, records: PowerRecords<A>, power: Power, day: Date): Refusal<A> {
  const { statutoryPowers, lines } = recordsAbout(records, power);
  const acting = actingSteps(records.appointments, positionId);
  const sources = statutoryPowers.map((source) => extend(null, source, day));
  const all = growChains(
    sources,
    (attempt) => linesFrom(lines, attempt.last).map((line) => extend(attempt, line, day)),
    (one, other) => compareAttempts(one, other) < 0,
  );
  const leadingTo = (holder: string) => all.filter(({ last }) => holderOf(last) === holder);
  const attempts = [
    ...leadingTo(positionId),
    ...acting.flatMap((step) => leadingTo(step.actsForId).map((attempt) => extend(attempt, step, day))),
  ];
  const [nearest] = attempts.sort((one, other) => compareAttempts(one, other) || one.steps.length - other.steps.length);
  return (
    nearest?.refusal ??
    groundless(
      lines.filter(({ delegateId }) => delegateId === positionId),
      day,
    )
  );
}

const compareAttempts = <A>(one: Attempt<A>, other: Attempt<A>): number =>
  one.defects - other.defects || one.days - other.days;

function extend<A>(attempt: Attempt<A> | null, step: Step<A>, day: Date): Attempt<A> {
  const lapse = lapseOf(step, day);
  // Acting for a position does not depend on its right to delegate further.
  const isPassedOnWithoutRight = attempt !== null && !isActing(step) && !mayBePassedOn(attempt.last);
  const reason = lapse?.reason ?? (isPassedOnWithoutRight ? 'NOT_SUBDELEGABLE' : null);
  const chain = attempt?.steps ?? [];
  return {
    steps: [...chain, step],
    last: step,
    defects: (attempt?.defects ?? 0) + (lapse === null ? 0 : 1) + (isPassedOnWithoutRight ? 1 : 0),
    days: (attempt?.days ?? 0) + (lapse?.days ?? 0),
    refusal:
      attempt?.refusal ?? (reason === null ? null : { may: false, reason, brokenAt: step, chain, ceiling: null }),
  };
}

function groundless<A>(lines: readonly OrderLine<A>[], day: Date): Refusal<A> {
  const daysOff = (line: OrderLine<A>) => lapseOf(line, day)?.days ?? 0;
  const [brokenAt = null] = [...lines].sort((one, other) => daysOff(one) - daysOff(other));
  return {
    may: false,
    reason: brokenAt === null ? 'NO_LINE' : 'DELEGATOR_LACKS_POWER',
    brokenAt,
    chain: [],
    ceiling: null,
  };
}
