import { isApproverOfAgency } from '../../access/access.rules.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen, statesOf } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { problemsOfYear } from '../../lifecycle/record/closing.logic.ts';
import { ProjectPayload } from '../plan.payload.ts';
import { lastYearOf } from '../plan-closing.logic.ts';
import { requireRunning } from '../plan-state.ts';
import { projectAtVersion } from '../project-act.inputs.ts';
import { move, requireProjectStep } from '../project-moves.ts';

const LeaveProjectUnfinishedInput = builder.inputType('LeaveProjectUnfinishedInput', {
  description: 'การบันทึกว่าโครงการไม่แล้วเสร็จ · That a project was not done when its years ended.',
  fields: (t) => ({
    ...projectAtVersion(t),
    reason: t.string({
      required: true,
      description: 'เหตุที่ไม่แล้วเสร็จ · Why it was not done; at most 4,000 characters.',
    }),
  }),
});

const projects = statesOf('Project', (db, ids) =>
  db.project.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      status: true,
      fiscalYears: true,
      plan: { select: { status: true, isAmendment: true, fiscalYearTo: true } },
    },
  }),
);

/** Until its years have ended a project may still be done. */
function requireYearsOver(fiscalYears: readonly number[], plan: { readonly fiscalYearTo: number }): void {
  const check = new Check();
  check.include(problemsOfYear(lastYearOf(fiscalYears, plan), 'projectId', todayInBangkok()));
  check.refuse();
}

act({
  name: 'leaveProjectUnfinished',
  description: `บันทึกว่าโครงการไม่แล้วเสร็จเมื่อสิ้นปีงบประมาณสุดท้ายของโครงการ พร้อมเหตุผล · Says that a project was not done, and why, once the last of its fiscal years has ended; until then it goes on or is cancelled.`,
  by: isApproverOfAgency,
  on: onWhen(projects, ({ status, fiscalYears, plan }) => {
    requireRunning(plan);
    requireProjectStep('LEAVE_UNFINISHED', status);
    requireYearsOver(fiscalYears, plan);
  }),
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION:
      'แผนยังไม่เห็นชอบหรือเผยแพร่ หรือโครงการผ่านขั้นนี้แล้ว · plan not approved or published, or project already further',
  },
  input: LeaveProjectUnfinishedInput,
  payload: ProjectPayload,
  reason: ({ reason }) => reason,
  work: async (input, tx) => {
    const { id } = input.projectId;
    const check = new Check();
    const comment = check.text('reason', input.reason, { max: TEXT_MAX });
    check.refuse();
    const left = await move('LEAVE_UNFINISHED', { id, expectedVersion: input.expectedVersion, comment }, tx);
    const { fiscalYears, plan } = await tx.db.project.findUniqueOrThrow({
      where: { id },
      select: { fiscalYears: true, plan: { select: { fiscalYearTo: true } } },
    });
    requireYearsOver(fiscalYears, plan);
    return left;
  },
});
