import { illegalTransition, notFound } from '../base/errors.ts';
import type { RecordState } from '../lifecycle/lifecycle.logic.ts';
import { requireWritten } from '../lifecycle/record-state.ts';
import type { Write } from '../tenancy/write.ts';
import { isRunning } from './running.logic.ts';

async function holdPlan({ db, hold }: Write, id: string, field: string) {
  if (!(await db.plan.findUnique({ where: { id }, select: { id: true } }))) throw notFound(field);
  hold('Plan', id);
  return db.plan.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      agencyId: true,
      status: true,
      isAmendment: true,
      frameworkId: true,
      fiscalYearFrom: true,
      fiscalYearTo: true,
    },
  });
}

export type HeldPlan = Awaited<ReturnType<typeof holdPlan>>;

/** A plan whose content may be written; it can be neither submitted nor discarded until the act is done. */
export async function holdDraftPlan(write: Write, id: string, field: string): Promise<HeldPlan> {
  const plan = await holdPlan(write, id, field);
  requireWritten(plan);
  return plan;
}

/** A plan whose projects are under way; it can be neither amended, submitted nor closed until the act is done. */
export async function holdRunningPlan(write: Write, id: string, field: string): Promise<HeldPlan> {
  const plan = await holdPlan(write, id, field);
  requireRunning(plan);
  return plan;
}

function requireRunning(plan: RecordState): void {
  if (!isRunning(plan)) {
    throw illegalTransition(
      plan.status,
      'บันทึกผลของโครงการได้เฉพาะเมื่อแผนนำเข้า เห็นชอบ หรือเผยแพร่แล้ว และยังไม่ปิด',
      'Projects run, and are reported on, only under an imported, approved or published plan, also while it is amended.',
    );
  }
}
