import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { Appointment } from '../../agency/appointment.logic.ts';
import type { OrderLine, OrderOfLine, StatutoryPower } from './power-records.logic.ts';

export type Baht = Prisma.Decimal;

export const day = (iso: string): Date => new Date(iso);
export const baht = (text: string): Baht => new Prisma.Decimal(text);

/** Approval of purchases, held by law since 2020; a test names only what matters to it. */
export const statute = (positionId: string, part: Partial<StatutoryPower<Baht>> = {}): StatutoryPower<Baht> => ({
  id: `law:${positionId}`,
  positionId,
  verb: 'APPROVE',
  processArea: 'PROCUREMENT',
  ceilingAmount: null,
  validFrom: day('2020-10-01'),
  validTo: null,
  ...part,
});

type LinePart = Partial<Omit<OrderLine<Baht>, 'order'>> & { readonly order?: Partial<OrderOfLine> };

/** The only line of an issued order that passes approval of purchases on, from October 2025 without end. */
export const line = (delegatorId: string, delegateId: string, part: LinePart = {}): OrderLine<Baht> => ({
  id: `${delegatorId}>${delegateId}`,
  orderId: `order ${delegatorId}>${delegateId}`,
  lineNo: 1,
  verb: 'APPROVE',
  processArea: 'PROCUREMENT',
  delegatorId,
  delegateId,
  ceilingAmount: null,
  subDelegable: true,
  revokedOn: null,
  ...part,
  order: {
    orderNo: '118',
    year: 2568,
    status: 'ISSUED',
    effectiveFrom: day('2025-10-01'),
    effectiveTo: null,
    endedOn: null,
    ...part.order,
  },
});

/** That one position acts for another from January to March 2026. */
export const acting = (positionId: string, actsForId: string, part: Partial<Appointment> = {}): Appointment => ({
  id: `${positionId} for ${actsForId}`,
  positionId,
  actsForId,
  capacity: 'ACTING',
  validFrom: day('2026-01-01'),
  validTo: day('2026-03-31'),
  ...part,
});
