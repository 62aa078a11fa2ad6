import { withSource } from '../../base/legal-source.logic.ts';
import type { GivenPowers, OrderOfLine } from '../authority/power-records.logic.ts';
import { nameOfOrder } from '../orders/order-name.logic.ts';
import type { OrderProblem } from './issue-problem.logic.ts';

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

type Delegated = { readonly delegatorId: string };

/** What an order would end, by who delegated it. */
export type TakenBackLines = {
  readonly powersRevoked: readonly Delegated[];
  readonly supersedes: readonly { readonly powers: readonly Delegated[] }[];
};

/**
 * A power is taken back by its delegator or by the head of the agency; an order signed by anyone else ends nothing. `signsFor` are the
 * positions for which its signer signs on the day of signature.
 */
export function problemsOfTakenBack(
  { powersRevoked, supersedes }: TakenBackLines,
  { signsFor, headId }: { readonly signsFor: ReadonlySet<string>; readonly headId: string | null },
): OrderProblem[] {
  if (headId !== null && signsFor.has(headId)) return [];
  const isOwn = ({ delegatorId }: Delegated) => signsFor.has(delegatorId);
  const fields = [
    ...(powersRevoked.every(isOwn) ? [] : ['revokesPowerIds']),
    ...(supersedes.every(({ powers }) => powers.every(isOwn)) ? [] : ['supersedesOrderIds']),
  ];
  return fields.map((field) => ({ code: 'TAKES_BACK_OF_OTHERS', field, message: ofOthers }));
}

const ofOthers = withSource(
  {
    th: 'เพิกถอนหรือแทนที่ได้เฉพาะสิ่งที่ผู้ลงนามหรือผู้ซึ่งตนแทนเป็นผู้มอบอำนาจ เว้นแต่หัวหน้าหน่วยงานลงนาม: นำรายการของผู้อื่นออก',
    en: 'An order takes back what its signer, or whoever it stands in for, delegated; the head of the agency takes back what anybody did: leave out what others delegated.',
  },
  'registry',
);

/** Orders that have ended in some other way since the draft named them. */
export const problemsOfSuperseded = ({ supersedes }: TakenBack): OrderProblem[] =>
  supersedes
    .filter(({ status }) => status !== 'ISSUED')
    .map((order) => {
      const { th, en } = nameOfOrder(order);
      return {
        code: 'SUPERSEDED_HAS_ENDED',
        field: 'supersedesOrderIds',
        message: withSource(
          {
            th: `${th} สิ้นผลไปแล้ว: นำออกจากรายการที่แทนที่`,
            en: `The ${en} has ended already: leave it out of what this one supersedes.`,
          },
          'registry',
        ),
      };
    });
