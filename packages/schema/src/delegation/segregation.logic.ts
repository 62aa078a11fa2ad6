import type { PowerVerb, ProcessArea } from '@registry/prisma/generated/client/enums.ts';
import type { Amount } from './ceiling.logic.ts';
import { chainsInForce } from './chain.logic.ts';
import { type GivenPowers, holderOf, isLine, type Power, powersIn, type Step } from './power-records.logic.ts';

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

/** The conflicting powers that positions hold on a day, by position, process area and pair of verbs. */
export function conflictsOfDuties<A extends Amount<A>>(records: GivenPowers<A>, day: Date): ConflictOfDuties<A>[] {
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
    .sort((one, other) => (one.positionId < other.positionId ? -1 : one.positionId > other.positionId ? 1 : 0));
}

const keyOf = ({ verb, processArea }: Power) => `${verb} ${processArea}`;

const isStatutory = <A>(step: Step<A>): boolean => !isLine(step);

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

/** A last step may end several chains; it gives its position the power once. */
function giversByPosition<A extends Amount<A>>(
  records: GivenPowers<A>,
  power: Power,
  day: Date,
): Map<string, Step<A>[]> {
  const givers = new Map<string, Step<A>[]>();
  for (const step of new Set(chainsInForce(records, power, day).map(({ last }) => last))) {
    givers.set(holderOf(step), [...(givers.get(holderOf(step)) ?? []), step]);
  }
  return givers;
}
