import type { Prisma } from '@registry/prisma/generated/client/client.ts';

export type ActingCapacity = 'ACTING' | 'ON_BEHALF';

/** That one position stands in for another on the days from the first to the last, both included. */
export type Appointment = {
  readonly id: string;
  readonly positionId: string;
  readonly actsForId: string;
  readonly capacity: ActingCapacity;
  readonly validFrom: Date;
  readonly validTo: Date | null;
};

export type Days = Pick<Appointment, 'validFrom' | 'validTo'>;

export const lasts = ({ validFrom, validTo }: Days, day: Date): boolean =>
  validFrom <= day && (validTo === null || day <= validTo);

/** The appointments of a position to stand in for others, read along with the position. */
export const appointmentsOfPosition = {
  select: { id: true, positionId: true, actsForId: true, capacity: true, validFrom: true, validTo: true },
} satisfies Prisma.Position$actingForArgs;
