import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { scopeOf } from './scope.ts';
import { callerOf, type Scoped } from './tenancy.ts';

/**
 * Names the data as it is committed now: two equal names see the same rows, and a name that was superseded never comes back. It is
 * PostgreSQL's own snapshot: which transactions had ended. Transactions that end without having written change nothing, and have no id.
 *
 * Ids are given again only after a crash, to transactions of which nothing was kept; recovery ends with a checkpoint at a new place, and
 * another server, or the same started again, has another time of start. A standby does not know the transactions that run: it names
 * nothing, and the answer is null.
 */
export async function dataVersion(scoped: Scoped): Promise<string | null> {
  const [row] = await scoped.tenancy.query<{ version: string }>(
    scopeOf(scoped.viewer),
    Prisma.sql`
      SELECT concat_ws(' ', extract(epoch FROM pg_postmaster_start_time()), checkpoint_lsn, pg_current_snapshot()) AS version
      FROM pg_control_checkpoint() WHERE NOT pg_is_in_recovery()`,
    callerOf(scoped),
  );
  return row?.version ?? null;
}
