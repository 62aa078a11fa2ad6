import { isApproverOfAgency, isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { notAtThisStatus } from '../../base/not-at-this-status.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { problemsOfYear } from '../../lifecycle/closing.logic.ts';
import { destination, type ProjectAct, projectLifecycle } from '../../lifecycle/lifecycle.logic.ts';
import { noteStatusChange } from '../../lifecycle/record-state.ts';
import { type ActTransaction, requireVersion } from '../../tenancy/act-transaction.ts';
import { ProjectPayload } from '../plan.payload.ts';
import { lastYearOf } from '../plan-closing.logic.ts';
import { lockRunningPlan } from '../plan-state.ts';
import { Project } from '../project.type.ts';

const projectId = 'โครงการ · The project.';

const ProjectActInput = builder.inputType('ProjectActInput', {
  description: 'ขั้นตอนหนึ่งของโครงการ · A step of a project.',
  fields: (t) => ({
    projectId: t.globalID({ for: Project, required: true, description: projectId }),
    ...atVersion(t, 'project'),
    comment: t.string({ description: 'ความเห็นประกอบ · What is said about it; at most 4,000 characters.' }),
  }),
});

const CancelProjectInput = builder.inputType('CancelProjectInput', {
  description: 'การยกเลิกโครงการ · Cancelling of a project.',
  fields: (t) => ({
    projectId: t.globalID({ for: Project, required: true, description: projectId }),
    ...atVersion(t, 'project'),
    reason: t.string({ required: true, description: 'เหตุผล · Why; at most 4,000 characters.' }),
  }),
});

const LeaveProjectUnfinishedInput = builder.inputType('LeaveProjectUnfinishedInput', {
  description: 'การบันทึกว่าโครงการไม่แล้วเสร็จ · That a project was not done when its years ended.',
  fields: (t) => ({
    projectId: t.globalID({ for: Project, required: true, description: projectId }),
    ...atVersion(t, 'project'),
    reason: t.string({
      required: true,
      description: 'เหตุที่ไม่แล้วเสร็จ · Why it was not done; at most 4,000 characters.',
    }),
  }),
});

type Step = { readonly id: string; readonly expectedVersion: number; readonly comment: string | null };

/** Moves a project along its life cycle and notes who did it and what was said. */
async function move(name: ProjectAct, { id, expectedVersion, comment }: Step, tx: ActTransaction) {
  const { db } = tx;
  const owner = await db.project.findUnique({ where: { id }, select: { planId: true } });
  if (!owner) throw notFound('projectId');
  await lockRunningPlan(tx, owner.planId, 'projectId');
  const { agencyId, status } = await db.project.findUniqueOrThrow({
    where: { id },
    select: { agencyId: true, status: true },
  });
  const to = destination(projectLifecycle, name, status);
  if (!to) {
    const subject = { th: 'โครงการ', en: 'project' };
    throw notAtThisStatus({ step: name, subject, status, from: projectLifecycle[name].from });
  }
  await requireVersion(
    db.project.updateMany({
      where: { id, version: expectedVersion, status },
      data: { status: to, version: { increment: 1 } },
    }),
  );
  await noteStatusChange(tx, {
    of: { projectId: id },
    agencyId,
    act: name,
    fromStatus: status,
    toStatus: to,
    comment,
  });
  return { id };
}

const commentOf = (check: Check, comment: string | null | undefined): string | null =>
  check.optionalText('comment', comment, { max: TEXT_MAX }) ?? null;

act({
  name: 'startProject',
  description: `เริ่มดำเนินโครงการ · Starts a planned project.`,
  by: isEditorOfAgency,
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION:
      'แผนยังไม่เห็นชอบหรือเผยแพร่ หรือโครงการผ่านขั้นนี้แล้ว · plan not approved or published, or project already further',
  },
  input: ProjectActInput,
  payload: ProjectPayload,
  reason: ({ comment }) => comment,
  work: async (input, tx) => {
    const check = new Check();
    const comment = commentOf(check, input.comment);
    check.refuse();
    return move('START', { id: input.projectId.id, expectedVersion: input.expectedVersion, comment }, tx);
  },
});

act({
  name: 'completeProject',
  description: `บันทึกว่าโครงการแล้วเสร็จ หากรายงานล่าสุดไม่ถึงร้อยละ 100 ต้องมีความเห็น · Says that a project in progress is done; with a comment when its latest report says less than 100 percent.`,
  by: isEditorOfAgency,
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION:
      'แผนยังไม่เห็นชอบหรือเผยแพร่ หรือโครงการผ่านขั้นนี้แล้ว · plan not approved or published, or project already further',
  },
  input: ProjectActInput,
  payload: ProjectPayload,
  reason: ({ comment }) => comment,
  work: async (input, tx) => {
    const { id } = input.projectId;
    const check = new Check();
    const comment = commentOf(check, input.comment);
    check.refuse();
    const done = await move('COMPLETE', { id, expectedVersion: input.expectedVersion, comment }, tx);
    const latest = await tx.db.progressReport.findFirst({
      where: { projectId: id },
      orderBy: [{ fiscalYear: 'desc' }, { quarter: 'desc' }],
      select: { progressPercent: true },
    });
    if (latest?.progressPercent !== 100 && comment === null)
      check.add(
        'comment',
        'รายงานล่าสุดยังไม่ถึงร้อยละ 100 โปรดชี้แจงว่าเหตุใดจึงแล้วเสร็จ',
        'The latest report says less than 100 percent: say why the project is done.',
      );
    check.refuse();
    return done;
  },
});

act({
  name: 'cancelProject',
  description: `ยกเลิกโครงการที่ยังไม่แล้วเสร็จ · Cancels a project that is not done.`,
  by: isApproverOfAgency,
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION:
      'แผนยังไม่เห็นชอบหรือเผยแพร่ หรือโครงการผ่านขั้นนี้แล้ว · plan not approved or published, or project already further',
  },
  input: CancelProjectInput,
  payload: ProjectPayload,
  reason: ({ reason }) => reason,
  work: async (input, tx) => {
    const check = new Check();
    const comment = check.text('reason', input.reason, { max: TEXT_MAX });
    check.refuse();
    return move('CANCEL', { id: input.projectId.id, expectedVersion: input.expectedVersion, comment }, tx);
  },
});

act({
  name: 'leaveProjectUnfinished',
  description: `บันทึกว่าโครงการไม่แล้วเสร็จเมื่อสิ้นปีงบประมาณสุดท้ายของโครงการ พร้อมเหตุผล · Says that a project was not done, and why, once the last of its fiscal years has ended; until then it goes on or is cancelled.`,
  by: isApproverOfAgency,
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
    check.include(problemsOfYear(lastYearOf(fiscalYears, plan), 'projectId', todayInBangkok()));
    check.refuse();
    return left;
  },
});
