import { illegalTransition } from '../base/errors.ts';
import { lockFound } from '../graphql/acts/lock-found.ts';
import type { RecordState } from '../lifecycle/lifecycle.logic.ts';
import { requireWritten } from '../lifecycle/record/record-state.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';
import { isRunning } from './running.logic.ts';

const select = {
  id: true,
  agencyId: true,
  status: true,
  isAmendment: true,
  frameworkId: true,
  fiscalYearFrom: true,
  fiscalYearTo: true,
} as const;

const lockPlan = (tx: ActTransaction, id: string, field: string) =>
  lockFound(tx, { model: 'Plan', id, field }, () => tx.db.plan.findUnique({ where: { id }, select }));

export type LockedPlan = Awaited<ReturnType<typeof lockPlan>>;

/** Locks a plan whose content may be written, so that it is neither submitted nor discarded before the act is done. */
export async function lockDraftPlan(tx: ActTransaction, id: string, field: string): Promise<LockedPlan> {
  const plan = await lockPlan(tx, id, field);
  requireWritten(plan);
  return plan;
}

/** Locks a plan whose projects are under way, so that it is neither amended, submitted nor closed before the act is done. */
export async function lockRunningPlan(tx: ActTransaction, id: string, field: string): Promise<LockedPlan> {
  const plan = await lockPlan(tx, id, field);
  requireRunning(plan);
  return plan;
}

/** Refuses work on a year of a plan that is closed: what its twelve-month report says of it stays. */
export async function requireOpenYear({ db }: ActTransaction, planId: string, fiscalYear: number): Promise<void> {
  const closing = await db.yearReport.findFirst({ where: { planId, fiscalYear, ...closesYear }, select: { id: true } });
  requireYearOpen(fiscalYear, closing !== null);
}

/** The report that closes its year of a plan. */
export const closesYear = { kind: 'TWELVE_MONTHS', status: 'CLOSED' } as const;

export function requireYearOpen(fiscalYear: number, isClosed: boolean): void {
  if (isClosed) {
    throw illegalTransition(
      'CLOSED',
      `ปีงบประมาณ ${fiscalYear} ของแผนปิดแล้วพร้อมรายงานผลรอบ 12 เดือน`,
      `Fiscal year ${fiscalYear} of the plan was closed with its twelve-month report.`,
    );
  }
}

/** Projects are carried out, and reported on, under a plan in force. */
export function requireRunning(plan: RecordState): void {
  if (!isRunning(plan)) {
    throw illegalTransition(
      plan.status,
      'บันทึกผลของโครงการได้เฉพาะเมื่อแผนนำเข้า เห็นชอบ หรือเผยแพร่แล้ว และยังไม่ปิด',
      'Projects run, and are reported on, only under an imported, approved or published plan, also while it is amended.',
    );
  }
}
