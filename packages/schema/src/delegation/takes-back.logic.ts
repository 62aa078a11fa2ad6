import type { OrderProblem } from './issue-problem.logic.ts';
import { nameOfOrder } from './order-name.logic.ts';
import type { GivenPowers, OrderOfLine } from './power-records.logic.ts';

/** What an order ends on its first day: single lines of earlier orders, and earlier orders as a whole. */
export type TakenBack = {
  readonly effectiveFrom: Date;
  readonly powersRevoked: readonly { readonly id: string }[];
  readonly supersedes: readonly (Pick<OrderOfLine, 'orderNo' | 'year' | 'status'> & { readonly id: string })[];
};

/** The records of the agency as they will be once an order has ended what it takes back. */
export function recordsOnceTakenBack<A>(
  { statutoryPowers, lines }: GivenPowers<A>,
  { effectiveFrom, powersRevoked, supersedes }: TakenBack,
): GivenPowers<A> {
  const revoked = new Set(powersRevoked.map(({ id }) => id));
  const superseded = new Set(supersedes.map(({ id }) => id));
  return {
    statutoryPowers,
    lines: lines.map((line) => ({
      ...line,
      revokedOn: revoked.has(line.id) ? effectiveFrom : line.revokedOn,
      order: superseded.has(line.orderId)
        ? { ...line.order, status: 'SUPERSEDED', endedOn: effectiveFrom }
        : line.order,
    })),
  };
}

/** Orders that have ended in some other way since the draft named them. */
export const problemsOfSuperseded = ({ supersedes }: TakenBack): OrderProblem[] =>
  supersedes
    .filter(({ status }) => status !== 'ISSUED')
    .map((order) => {
      const { th, en } = nameOfOrder(order);
      return {
        code: 'SUPERSEDED_HAS_ENDED',
        field: 'supersedesOrderIds',
        message: {
          th: `${th} สิ้นผลไปแล้ว: นำออกจากรายการที่แทนที่`,
          en: `The ${en} has ended already: leave it out of what this one supersedes.`,
        },
      };
    });
