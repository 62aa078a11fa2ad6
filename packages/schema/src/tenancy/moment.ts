import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import type { Context } from './context.ts';
import { beforeTheRegistry, inTheFuture } from './moment-refusals.ts';
import { callerOf, type Tenancy } from './tenancy.ts';

/** When the trail began, which never changes. */
const began = new WeakMap<Tenancy, Date>();

async function trailBegan(context: Context): Promise<Date> {
  const { tenancy } = context;
  const known = began.get(tenancy);
  if (known) return known;
  const statement = Prisma.sql`SELECT app.trail_began() AS at`;
  const [row] = await tenancy.query<{ at: string | null }>({ kind: 'none' }, statement, callerOf(context));
  // Without an entry there is nothing yet that could be asked for.
  if (!row?.at) return new Date();
  const at = new Date(row.at);
  began.set(tenancy, at);
  return at;
}

/**
 * The context in which fields are resolved as of a moment: the viewer has the rights of now, and the data is that of then. Refuses a moment
 * that the registry knows nothing of.
 */
export async function contextAsOf<Own extends Context>(context: Own, moment: Date): Promise<Own> {
  if (moment.getTime() > Date.now()) throw inTheFuture();
  const since = await trailBegan(context);
  if (moment < since) throw beforeTheRegistry(since);
  return { ...context, tenancy: context.tenancy.asOf(moment), request: context };
}

/** The day by which states are told: today, or the day of the moment that is asked about. */
export const todayFor = ({ tenancy }: Pick<Context, 'tenancy'>): Date => todayInBangkok(tenancy.moment ?? undefined);
