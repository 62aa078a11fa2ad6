import { illegalTransition, notFound } from '../core/errors.ts';
import type { RecordStatusName } from '../lifecycle/lifecycle.logic.ts';
import { requireDraft } from '../lifecycle/record-state.ts';
import type { Write } from '../tenancy/write.ts';
import { isRunning } from './running.logic.ts';

async function holdPlan({ db, hold }: Write, id: string, field: string) {
  if (!(await db.plan.findUnique({ where: { id }, select: { id: true } }))) throw notFound(field);
  hold('Plan', id);
  return db.plan.findUniqueOrThrow({
    where: { id },
    select: { id: true, agencyId: true, status: true, frameworkId: true, fiscalYearFrom: true, fiscalYearTo: true },
  });
}

export type HeldPlan = Awaited<ReturnType<typeof holdPlan>>;

/** A plan whose content may be written; it can be neither submitted nor discarded until the act is done. */
export async function holdDraftPlan(write: Write, id: string, field: string): Promise<HeldPlan> {
  const plan = await holdPlan(write, id, field);
  requireDraft(plan.status);
  return plan;
}

/** A plan whose projects are under way; it can be neither amended nor closed until the act is done. */
export async function holdRunningPlan(write: Write, id: string, field: string): Promise<HeldPlan> {
  const plan = await holdPlan(write, id, field);
  requireRunning(plan.status);
  return plan;
}

function requireRunning(status: RecordStatusName): void {
  if (!isRunning(status)) {
    throw illegalTransition(
      status,
      'บันทึกผลของโครงการได้เฉพาะเมื่อแผนเห็นชอบหรือเผยแพร่แล้ว',
      'Projects run, and are reported on, only under an approved or published plan.',
    );
  }
}
