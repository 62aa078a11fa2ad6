import type { PowerVerb, ProcessArea } from '@registry/prisma/generated/client/enums.ts';
import type { Amount } from './ceiling.logic.ts';
import { chainsInForce } from './chain.logic.ts';
import { lapseOf } from './in-force.logic.ts';
import {
  actingSteps,
  holderOf,
  isActing,
  isLine,
  type Power,
  type PowerRecords,
  powersIn,
  type Step,
} from './power-records.logic.ts';

/** Pairs of verbs that one position should not hold on the same process: who decides does not inspect, who collects does not record. */
export const conflictingVerbs: readonly (readonly [PowerVerb, PowerVerb])[] = [
  ['APPROVE', 'INSPECT'],
  ['PERMIT', 'INSPECT'],
  ['ORDER', 'INSPECT'],
  ['COLLECT', 'RECORD'],
];

/** A verb of a conflict, with every line or statutory power that gives it. */
export type ConflictSide<A> = { readonly verb: PowerVerb; readonly givenBy: readonly Step<A>[] };

export type ConflictOfDuties<A> = {
  readonly positionId: string;
  readonly processArea: ProcessArea;
  readonly sides: readonly [ConflictSide<A>, ConflictSide<A>];
  /** The law itself gives the position both verbs, so that no order can be blamed or mended. */
  readonly isByLaw: boolean;
};

/**
 * The conflicting powers that positions hold on a day, by position, process area and pair of verbs. One who acts for a position has its
 * powers in addition to its own, so both are compared together.
 */
export function conflictsOfDuties<A extends Amount<A>>(records: PowerRecords<A>, day: Date): ConflictOfDuties<A>[] {
  const powers = powersIn(records);
  const givers = new Map(powers.map((power) => [keyOf(power), giversByPosition(records, power, day)]));
  return [...new Set(powers.map(({ processArea }) => processArea))]
    .flatMap((processArea) =>
      conflictingVerbs.flatMap(([one, other]) => {
        const ofOne = givers.get(keyOf({ verb: one, processArea })) ?? new Map<string, Step<A>[]>();
        const ofOther = givers.get(keyOf({ verb: other, processArea })) ?? new Map<string, Step<A>[]>();
        return [...ofOne].flatMap(([positionId, givenBy]) => {
          const givenByOther = ofOther.get(positionId);
          return givenByOther === undefined
            ? []
            : [conflict(positionId, processArea, { verb: one, givenBy }, { verb: other, givenBy: givenByOther })];
        });
      }),
    )
    .filter((each) => !isThatOfAnother(each))
    .sort((one, other) => (one.positionId < other.positionId ? -1 : one.positionId > other.positionId ? 1 : 0));
}

const keyOf = ({ verb, processArea }: Power) => `${verb} ${processArea}`;

const isStatutory = <A>(step: Step<A>): boolean => !isLine(step) && !isActing(step);

/** A conflict within the position acted for is reported there alone: the one who acts adds nothing to it. */
function isThatOfAnother<A>({ sides }: ConflictOfDuties<A>): boolean {
  const steps = sides.flatMap(({ givenBy }) => givenBy);
  const [first] = steps;
  return (
    first !== undefined &&
    isActing(first) &&
    steps.every((step) => isActing(step) && step.actsForId === first.actsForId)
  );
}

const conflict = <A>(
  positionId: string,
  processArea: ProcessArea,
  ...sides: [ConflictSide<A>, ConflictSide<A>]
): ConflictOfDuties<A> => ({
  positionId,
  processArea,
  sides,
  isByLaw: sides.every(({ givenBy }) => givenBy.some(isStatutory)),
});

/** A last step may end several chains; it gives its position the power once. An appointment gives what the position acted for has of its own. */
function giversByPosition<A extends Amount<A>>(
  records: PowerRecords<A>,
  power: Power,
  day: Date,
): Map<string, Step<A>[]> {
  const givers = new Map<string, Step<A>[]>();
  for (const step of new Set(chainsInForce(records, power, day).map(({ last }) => last))) {
    givers.set(holderOf(step), [...(givers.get(holderOf(step)) ?? []), step]);
  }
  const acting = [...new Set(records.appointments.map(({ positionId }) => positionId))]
    .flatMap((positionId) => actingSteps(records.appointments, positionId))
    .filter((step) => lapseOf(step, day) === null && givers.has(step.actsForId));
  for (const step of acting) givers.set(step.positionId, [...(givers.get(step.positionId) ?? []), step]);
  return givers;
}
