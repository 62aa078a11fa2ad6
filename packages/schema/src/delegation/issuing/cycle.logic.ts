import { isInForce } from '../authority/in-force.logic.ts';
import { isSamePower, type OrderLine } from '../authority/power-records.logic.ts';

/** Whether, on some day on which a line is to be in force, other lines lead the same power from its delegate back to its delegator. */
export function closesCycle<A>(line: OrderLine<A>, others: readonly OrderLine<A>[]): boolean {
  const samePower = others.filter((other) => isSamePower(other, line));
  // The lines of a circle share a day only if they share the first day of the one that starts last.
  const firstDays = [line, ...samePower].map(({ order }) => order.effectiveFrom).filter((day) => isInForce(line, day));
  return firstDays.some((day) =>
    leadsTo(
      line.delegateId,
      line.delegatorId,
      samePower.filter((other) => isInForce(other, day)),
    ),
  );
}

function leadsTo<A>(from: string, to: string, lines: readonly OrderLine<A>[]): boolean {
  const reached = new Set([from]);
  for (const positionId of reached) {
    for (const { delegatorId, delegateId } of lines) if (delegatorId === positionId) reached.add(delegateId);
  }
  return reached.has(to);
}
