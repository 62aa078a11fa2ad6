import type { DelegationOrderStatus } from '@registry/prisma/generated/client/enums.ts';

export type StoredOrderStatus = DelegationOrderStatus;
export type ShownOrderStatus = StoredOrderStatus | 'IN_FORCE' | 'EXPIRED';

export const shownOrderStatuses: readonly ShownOrderStatus[] = [
  'DRAFT',
  'ISSUED',
  'IN_FORCE',
  'EXPIRED',
  'REVOKED',
  'SUPERSEDED',
];

export type OrderDates = {
  readonly status: StoredOrderStatus;
  readonly effectiveFrom: Date;
  readonly effectiveTo: Date | null;
};

/** The status of an order on a day: an issued one is waiting, in force or expired by its dates. */
export function shownOrderStatus({ status, effectiveFrom, effectiveTo }: OrderDates, day: Date): ShownOrderStatus {
  if (status !== 'ISSUED') return status;
  if (day < effectiveFrom) return 'ISSUED';
  return effectiveTo !== null && day > effectiveTo ? 'EXPIRED' : 'IN_FORCE';
}

/** The stored orders that show one of the given statuses on a day. */
export function whereOrderShown(statuses: readonly ShownOrderStatus[], day: Date) {
  return {
    OR: statuses.map((status) => {
      switch (status) {
        case 'ISSUED':
          return { status, effectiveFrom: { gt: day } };
        case 'EXPIRED':
          return { status: 'ISSUED', effectiveTo: { lt: day } };
        case 'IN_FORCE':
          return {
            status: 'ISSUED',
            effectiveFrom: { lte: day },
            OR: [{ effectiveTo: null }, { effectiveTo: { gte: day } }],
          };
        default:
          return { status };
      }
    }),
  };
}
