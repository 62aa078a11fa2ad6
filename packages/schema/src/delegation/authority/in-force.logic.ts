import { isLine, type OrderLine, type Step } from './power-records.logic.ts';

export type LapseReason = 'NOT_YET_IN_FORCE' | 'EXPIRED' | 'REVOKED' | 'SUPERSEDED';

/** Why a step does not hold on a day, and by how many days. */
export type Lapse = { readonly reason: LapseReason; readonly days: number };

type End = { readonly on: Date; readonly reason: LapseReason };

const DAY_MS = 86_400_000;

export const dayAfter = (day: Date, days = 1): Date => new Date(day.getTime() + days * DAY_MS);

const daysBetween = (from: Date, to: Date): number => Math.round((to.getTime() - from.getTime()) / DAY_MS);

function endsOf<A>(step: Step<A>): End[] {
  if (!isLine(step)) return step.validTo === null ? [] : [{ on: dayAfter(step.validTo), reason: 'EXPIRED' }];
  const { revokedOn, order } = step;
  const ends: End[] = [];
  if (revokedOn !== null) ends.push({ on: revokedOn, reason: 'REVOKED' });
  if (order.endedOn !== null)
    ends.push({ on: order.endedOn, reason: order.status === 'SUPERSEDED' ? 'SUPERSEDED' : 'REVOKED' });
  if (order.effectiveTo !== null) ends.push({ on: dayAfter(order.effectiveTo), reason: 'EXPIRED' });
  return ends;
}

/** The first day on which a step no longer holds, and why: the earliest of its ends, null while it has none. */
export const endOf = <A>(step: Step<A>): End | null =>
  endsOf(step).reduce<End | null>((first, end) => (first === null || end.on < first.on ? end : first), null);

export const startOf = <A>(step: Step<A>): Date => (isLine(step) ? step.order.effectiveFrom : step.validFrom);

/** Why an issued line or a statutory power does not hold on a day; null when it does. */
export function lapseOf<A>(step: Step<A>, day: Date): Lapse | null {
  const end = endOf(step);
  if (end !== null && end.on <= day) return { reason: end.reason, days: daysBetween(end.on, day) + 1 };
  const start = startOf(step);
  return day < start ? { reason: 'NOT_YET_IN_FORCE', days: daysBetween(day, start) } : null;
}

export const isIssued = <A>({ order }: OrderLine<A>): boolean => order.status !== 'DRAFT';

export const isInForce = <A>(line: OrderLine<A>, day: Date): boolean => isIssued(line) && lapseOf(line, day) === null;

/** Whether two lines are in force on a common day: if so, on the first day of the one that starts later. */
export const overlap = <A>(one: OrderLine<A>, other: OrderLine<A>): boolean =>
  [startOf(one), startOf(other)].some((day) => isInForce(one, day) && isInForce(other, day));
