import type { DelegationOrderKind } from '@registry/prisma/generated/client/enums.ts';
import type { Appointment } from '../../agency/appointment.logic.ts';
import type { Amount } from '../authority/ceiling.logic.ts';
import type { GivenPowers, OrderLine } from '../authority/power-records.logic.ts';
import { noticesOfHeading, type OrderHeading, problemsOfHeading } from './issue-heading.logic.ts';
import { overlapsOfLine, problemsOfLine } from './issue-line.logic.ts';
import type { OrderProblem } from './issue-problem.logic.ts';
import { problemsOfKind } from './order-kind.logic.ts';
import { problemsOfSigner } from './signer.logic.ts';

export type DraftLine<A> = Omit<OrderLine<A>, 'orderId' | 'order' | 'revokedOn'>;

export type DraftOrder<A> = OrderHeading & {
  readonly id: string;
  readonly kind: DelegationOrderKind;
  readonly powers: readonly DraftLine<A>[];
};

export type IssueCheck = {
  /** Why the order cannot be issued, each by its path in the order, such as `powers[2].ceilingAmount`. */
  readonly problems: OrderProblem[];
  /** What people should look at; the order can be issued all the same. */
  readonly notices: OrderProblem[];
};

/**
 * All that is wrong with a draft that is to be issued, and all that is worth a look. `records` are those of the agency as they will be
 * then: lines that the draft takes back already carry their `revokedOn`.
 */
export function checkIssue<A extends Amount<A>>(
  draft: DraftOrder<A>,
  records: GivenPowers<A> & { readonly appointments: readonly Appointment[] },
  today: Date,
): IssueCheck {
  const others = records.lines.filter(({ orderId }) => orderId !== draft.id);
  const own = linesAsIssued(draft);
  const checks = own.map((line, index) => {
    const field = `powers[${index}]`;
    const lines = [...others, ...own.slice(0, index)];
    return {
      problems: problemsOfLine(
        field,
        { ...line, signedOn: draft.signedOn },
        { statutoryPowers: records.statutoryPowers, lines },
      ),
      notices: overlapsOfLine(field, line, lines),
    };
  });
  return {
    problems: [
      ...problemsOfHeading(draft, today),
      ...problemsOfKind(draft.kind, draft.powers),
      ...problemsOfSigner(draft, records.appointments),
      ...checks.flatMap((check) => check.problems),
    ],
    notices: [...noticesOfHeading(draft), ...checks.flatMap((check) => check.notices)],
  };
}

/** Without a first day, nobody's powers can be looked up: the lines are checked once it is given. */
function linesAsIssued<A>({ id, orderNo, year, effectiveFrom, effectiveTo, powers }: DraftOrder<A>): OrderLine<A>[] {
  if (effectiveFrom === null) return [];
  const order = { orderNo, year, status: 'ISSUED', effectiveFrom, effectiveTo, endedOn: null } as const;
  return powers.map((line) => ({ ...line, orderId: id, revokedOn: null, order }));
}
