import type { OrderLine } from '@registry/schema/delegation/authority/power-records.logic.ts';

/** A line of an order by its days alone; what it is about matters to none of the rules on days. */
export const orderLine = (days: {
  readonly from: Date;
  readonly to: Date | null;
  readonly ended: Date | null;
  readonly revoked: Date | null;
  readonly delegateId?: string;
}): OrderLine<never> => ({
  id: 'line',
  orderId: 'order',
  lineNo: 1,
  delegatorId: 'delegator',
  delegateId: days.delegateId ?? 'delegate',
  verb: 'APPROVE',
  processArea: 'PROCUREMENT',
  ceilingAmount: null,
  subDelegable: false,
  revokedOn: days.revoked,
  order: {
    orderNo: '1',
    year: 2570,
    status: days.ended === null ? 'ISSUED' : 'REVOKED',
    effectiveFrom: days.from,
    effectiveTo: days.to,
    endedOn: days.ended,
  },
});
