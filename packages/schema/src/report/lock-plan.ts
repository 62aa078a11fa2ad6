import { lockFound } from '../graphql/acts/lock-found.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';
import { requireInForce } from './require-in-force.ts';

/** Locks a plan that is in force, so that it is neither amended, submitted nor closed before the act is done. */
export async function lockPlanInForce(tx: ActTransaction, id: string, field: string) {
  const plan = await lockFound(tx, { model: 'Plan', id, field }, () =>
    tx.db.plan.findUnique({
      where: { id },
      select: { status: true, isAmendment: true, fiscalYearFrom: true, fiscalYearTo: true },
    }),
  );
  requireInForce(plan);
  return plan;
}
