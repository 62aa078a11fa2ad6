import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { scopeOf } from './scope.ts';
import { callerOf, type Scoped } from './tenancy.ts';

/**
 * Names the committed data: two equal names see the same rows, and a name never comes back. It is PostgreSQL's own snapshot: which
 * transactions had ended. Transactions that wrote nothing have no id and change nothing.
 *
 * Ids are reused only after a crash, for transactions that left nothing; recovery ends with a checkpoint at a new place, and another
 * server, or a restarted one, has another start time. A standby does not know the running transactions, so the answer there is null.
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
