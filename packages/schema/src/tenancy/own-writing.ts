import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { Context } from './context.ts';
import { scopeOf, withAccount } from './scope.ts';
import { callerOf } from './tenancy.ts';

type Written = { readonly id: string; readonly agencyId: string };

/**
 * Those of some records in which whoever asks wrote since each was last approved, by the table and the column of changes that points to it. Only the trail knows,
 * which the centre does not read; the database tells everybody of themselves (app.wrote_in, by which it refuses to approve, too).
 */
export async function ownWritings(
  context: Context,
  { model, link }: { readonly model: string; readonly link: string },
  records: readonly Written[],
): Promise<ReadonlySet<string>> {
  const { viewer, tenancy } = context;
  if (!viewer.account || records.length === 0) return new Set();
  const scope = withAccount(scopeOf(viewer), viewer.account.id);
  const ids = records.map(({ id }) => id);
  const agencyIds = records.map(({ agencyId }) => agencyId);
  const found = await tenancy.query<{ readonly id: string }>(
    scope,
    Prisma.sql`SELECT id::text FROM unnest(${agencyIds}::uuid[], ${ids}::uuid[]) AS asked(agency, id)
      WHERE app.wrote_in(${model}, ${link}, asked.agency, asked.id)`,
    callerOf(context),
  );
  return new Set(found.map(({ id }) => id));
}
