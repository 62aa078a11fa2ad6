import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { clocks } from './clocks.ts';
import { holidays } from './holidays.ts';

export async function writeCalendar(tx: Prisma.TransactionClient): Promise<number> {
  const { count: holidayCount } = await tx.holiday.createMany({ data: [...holidays] });
  const { count: clockCount } = await tx.legalClock.createMany({ data: [...clocks] });
  return holidayCount + clockCount;
}
