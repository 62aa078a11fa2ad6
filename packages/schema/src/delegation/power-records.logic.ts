import type { PowerVerb, ProcessArea } from '@registry/prisma/generated/client/enums.ts';
import type { Ceiling } from './ceiling.logic.ts';
import type { StoredOrderStatus } from './delegation.logic.ts';

/** What a power is about: a verb on a process area. */
export type Power = { readonly verb: PowerVerb; readonly processArea: ProcessArea };

export type StatutoryPower<A> = Power & {
  readonly id: string;
  readonly positionId: string;
  readonly ceilingAmount: Ceiling<A>;
  readonly validFrom: Date;
  readonly validTo: Date | null;
};

export type OrderOfLine = {
  /** Null while a draft has none. */
  readonly orderNo: string | null;
  readonly year: number | null;
  readonly status: StoredOrderStatus;
  readonly effectiveFrom: Date;
  readonly effectiveTo: Date | null;
  /** Present with exactly the statuses REVOKED and SUPERSEDED: the database sees to it. */
  readonly endedOn: Date | null;
};

export type OrderLine<A> = Power & {
  readonly id: string;
  readonly orderId: string;
  readonly lineNo: number;
  readonly delegatorId: string;
  readonly delegateId: string;
  readonly ceilingAmount: Ceiling<A>;
  readonly subDelegable: boolean;
  readonly revokedOn: Date | null;
  readonly order: OrderOfLine;
};

/** All that decides who may do what in one agency, in any order; drafts among the lines count for nothing. */
export type PowerRecords<A> = {
  readonly statutoryPowers: readonly StatutoryPower<A>[];
  readonly lines: readonly OrderLine<A>[];
};

/** One step of a chain of authority: the statutory power at its source, or a line that passes the power on. */
export type Step<A> = StatutoryPower<A> | OrderLine<A>;

export const isLine = <A>(step: Step<A>): step is OrderLine<A> => 'order' in step;

export const holderOf = <A>(step: Step<A>): string => (isLine(step) ? step.delegateId : step.positionId);

/** Whoever holds a power by law may delegate it; whoever holds it by a line only where the line says so. */
export const mayBePassedOn = <A>(step: Step<A>): boolean => !isLine(step) || step.subDelegable;

export const isSamePower = (one: Power, other: Power): boolean =>
  one.verb === other.verb && one.processArea === other.processArea;

/** The different powers that the records speak of, sorted. */
export function powersIn<A>({ statutoryPowers, lines }: PowerRecords<A>): Power[] {
  const powers = new Map(
    [...statutoryPowers, ...lines].map(({ verb, processArea }) => [
      `${processArea} ${verb}`,
      { verb, processArea } satisfies Power,
    ]),
  );
  return [...powers].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, power]) => power);
}
