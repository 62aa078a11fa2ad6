import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireEach } from '../../graphql/inputs/references.ts';
import { notWritten, whileWritten } from '../../lifecycle/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { PlanPayload } from '../plan.payload.ts';
import { Plan } from '../plan.type.ts';
import { lockDraftPlan } from '../plan-state.ts';
import { Project } from '../project.type.ts';

const PROJECTS_MAX = 1000;

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
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notWritten.plan },
  input: ReorderProjectsInput,
  payload: PlanPayload,
  work: async ({ planId, expectedVersion, projectIds }, tx) => {
    const { db } = tx;
    const plan = await lockDraftPlan(tx, planId.id, 'planId');
    const projects = await db.project.findMany({ where: { planId: plan.id }, select: { id: true, sortOrder: true } });
    const orderOf = new Map(projects.map(({ id, sortOrder }) => [id, sortOrder]));
    const check = new Check();
    const ids =
      check.list(
        'projectIds',
        projectIds.map(({ id }) => id),
        PROJECTS_MAX,
      ) ?? [];
    check.refuse();
    requireEach(
      ids,
      (id) => orderOf.has(id),
      (index) => `projectIds[${index}]`,
    );
    if (ids.length < projects.length)
      check.add(
        'projectIds',
        `โปรดระบุโครงการให้ครบทั้ง ${projects.length} โครงการ`,
        `Name every one of the ${projects.length} projects of the plan.`,
      );
    check.refuse();
    tx.requireHeadingVersion('Plan', plan.id, expectedVersion);
    await requireVersion(db.plan.updateMany({ where: { id: plan.id }, data: { version: { increment: 1 } } }));
    for (const [index, id] of ids.entries()) {
      const sortOrder = index + 1;
      if (orderOf.get(id) !== sortOrder) await db.project.updateMany({ where: { id }, data: { sortOrder } });
    }
    return { id: plan.id };
  },
});
