import type { PowerVerb, ProcessArea } from '@registry/prisma/generated/client/enums.ts';
import type { Appointment } from '../../agency/appointment.logic.ts';
import type { StoredOrderStatus } from '../orders/order-status.logic.ts';
import type { Ceiling } from './ceiling.logic.ts';

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

/** That a position acts for another, and so holds what that one holds, to the last satang. */
export type ActingStep = Appointment & { readonly ceilingAmount: null };

/** What the law and orders give to the positions of one agency, in any order; drafts among the lines count for nothing. */
export type GivenPowers<A> = {
  readonly statutoryPowers: readonly StatutoryPower<A>[];
  readonly lines: readonly OrderLine<A>[];
};

/** Everything that decides who may do what, including who acts for whom. */
export type PowerRecords<A> = GivenPowers<A> & { readonly appointments: readonly Appointment[] };

/**
 * One step of a chain of authority: the statutory power at its source, a line that passes the power on, or, at the end alone, an appointment
 * by which a position acts for the one that the others lead to.
 */
export type Step<A> = StatutoryPower<A> | OrderLine<A> | ActingStep;

export const isLine = <A>(step: Step<A>): step is OrderLine<A> => 'order' in step;

export const isActing = <A>(step: Step<A>): step is ActingStep => 'actsForId' in step;

/**
 * The appointments by which a position acts for others, as steps in a fixed order. By law the one who acts for a position has all its
 * powers (รักษาราชการแทน); one who acts on its behalf has only what orders give.
 */
export const actingSteps = (appointments: readonly Appointment[], positionId: string): ActingStep[] =>
  appointments
    .filter((each) => each.capacity === 'ACTING' && each.positionId === positionId)
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((each) => ({ ...each, ceilingAmount: null }));

export const holderOf = <A>(step: Step<A>): string => (isLine(step) ? step.delegateId : step.positionId);

/**
 * A holder by law may always delegate; a holder by a line only where the line allows it. One who acts for another delegates in that
 * position's name.
 */
export const mayBePassedOn = <A>(step: Step<A>): boolean => (isLine(step) ? step.subDelegable : !isActing(step));

export const isSamePower = (one: Power, other: Power): boolean =>
  one.verb === other.verb && one.processArea === other.processArea;

/** The different powers that the records speak of, sorted. */
export function powersIn<A>({ statutoryPowers, lines }: GivenPowers<A>): Power[] {
  const powers = new Map(
    [...statutoryPowers, ...lines].map(({ verb, processArea }) => [
      `${processArea} ${verb}`,
      { verb, processArea } satisfies Power,
    ]),
  );
  return [...powers].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, power]) => power);
}
