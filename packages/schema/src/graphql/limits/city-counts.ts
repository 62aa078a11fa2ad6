import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { Context } from '../../tenancy/context.ts';
import { scopeOf } from '../../tenancy/scope.ts';
import type { Tenancy } from '../../tenancy/tenancy.ts';
import type { CityCounts } from './list-size.ts';

const KEPT_MS = 10_000;
/** How much each count may grow while it is cached. */
const ROOM = 5;

const nobody: CityCounts = { agencies: 0, libraryRisks: 0 };
type Kept = { readonly at: number; readonly cityCounts: Promise<CityCounts> };
const kept = new WeakMap<Tenancy, Kept>();

async function count({ tenancy, viewer }: Context): Promise<CityCounts> {
  const [row] = await tenancy.query<{ agencies: number; libraryRisks: number }>(
    scopeOf(viewer),
    Prisma.sql`
      SELECT (SELECT count(*)::int FROM "Agency") AS agencies, (SELECT count(*)::int FROM "LibraryRisk" WHERE status = 'PUBLISHED') AS "libraryRisks"`,
  );
  return { agencies: (row?.agencies ?? 0) + ROOM, libraryRisks: (row?.libraryRisks ?? 0) + ROOM };
}

/** The numbers of agencies and library risks, for those who may ask across all of them; no other query depends on them. */
export function cityCountsFor(context: Context): CityCounts | Promise<CityCounts> {
  if (scopeOf(context.viewer).kind !== 'city') return nobody;
  const known = kept.get(context.tenancy);
  const now = Date.now();
  if (known && now - known.at < KEPT_MS) return known.cityCounts;
  const cityCounts = count(context).catch(() => {
    // Whatever is wrong with the database the request itself will meet, and say properly.
    kept.delete(context.tenancy);
    return nobody;
  });
  kept.set(context.tenancy, { at: now, cityCounts });
  return cityCounts;
}
