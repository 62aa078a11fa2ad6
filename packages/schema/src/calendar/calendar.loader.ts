import { createContextCache } from '@pothos/core';
import type { Context } from '../tenancy/context.ts';
import { agencyDb } from '../tenancy/tenancy.ts';

/** Every public holiday that the registry knows, read once for a request. */
export const knownHolidays = createContextCache((context: Context) =>
  agencyDb(context).holiday.findMany({ select: { date: true, certain: true }, orderBy: { date: 'asc' } }),
);
