import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { newOrder } from '../../graphql/inputs/new-order.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { PlanPayload } from '../plan.payload.ts';
import { Plan } from '../plan.type.ts';
import { onWrittenPlan } from '../plan-standing.ts';
import { lockDraftPlan } from '../plan-state.ts';
import { Project } from '../project.type.ts';

const ReorderProjectsInput = builder.inputType('ReorderProjectsInput', {
  description: 'ลำดับใหม่ของโครงการในแผน · A new order of the projects of a plan.',
  fields: (t) => ({
    planId: t.globalID({
      for: Plan,
      required: true,
      description: `แผน ${whileWritten.th} · The plan ${whileWritten.en}.`,
    }),
    ...atVersion(t, 'plan'),
    projectIds: t.globalIDList({
      for: Project,
      required: true,
      description: 'โครงการทุกโครงการของแผนตามลำดับใหม่ · Every project of the plan, in the new order.',
    }),
  }),
});

act({
  name: 'reorderProjects',
  description: `เรียงลำดับโครงการในแผน ${whileWritten.th} · Puts the projects of a plan into a new order ${whileWritten.en}.`,
  by: isEditorOfAgency,
  on: onWrittenPlan,
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT: 'ระบุไม่ครบหรือซ้ำ · not every one is named, or one twice',
    ILLEGAL_TRANSITION: notWritten.plan,
  },
  input: ReorderProjectsInput,
  payload: PlanPayload,
  work: async ({ planId, expectedVersion, projectIds }, tx) => {
    const { db } = tx;
    const plan = await lockDraftPlan(tx, planId.id, 'planId');
    const projects = await db.project.findMany({ where: { planId: plan.id }, select: { id: true, sortOrder: true } });
    const places = projects.map(({ id, sortOrder }) => ({ id, place: sortOrder }));
    const moved = newOrder('projectIds', projectIds, places);
    tx.requireHeadingVersion('Plan', plan.id, expectedVersion);
    await requireVersion(db.plan.updateMany({ where: { id: plan.id }, data: { version: { increment: 1 } } }));
    for (const { id, place } of moved) await db.project.updateMany({ where: { id }, data: { sortOrder: place } });
    return { id: plan.id };
  },
});
