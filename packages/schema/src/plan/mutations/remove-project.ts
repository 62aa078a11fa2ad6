import { isEditorOfAgency } from '../../access/access.rules.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen, statesOf } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireWritten } from '../../lifecycle/record/record-state.ts';
import { whileWritten } from '../../lifecycle/record/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import { PlanPayload } from '../plan.payload.ts';
import { lockDraftPlan } from '../plan-state.ts';
import { projectAtVersion } from '../project-act.inputs.ts';
import { checkNoMitigations } from '../project-references.ts';

const RemoveProjectInput = builder.inputType('RemoveProjectInput', {
  description: 'การตัดโครงการออกจากแผน · Removal of a project from its plan.',
  fields: (t) => ({
    ...projectAtVersion(t),
  }),
});

const toRemove = (db: ScopedDb, ids: string[]) =>
  db.project.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      status: true,
      plan: { select: { status: true, isAmendment: true } },
      _count: { select: { progressReports: true, reportItems: true, mitigations: true } },
    },
  });

type Found = Awaited<ReturnType<typeof toRemove>>[number];

/** A project goes as long as nothing was done in it and nothing relies on it. */
function requireRemovable({ status, _count }: Found): void {
  if (status !== 'PLANNED' || _count.progressReports + _count.reportItems > 0) {
    throw illegalTransition(
      status,
      'โครงการที่เริ่มแล้วหรือมีรายงานผลตัดออกไม่ได้ ให้ยกเลิกเมื่อแผนเห็นชอบแล้ว',
      'A project that has begun or was reported on is not removed: cancel it (cancelProject) once the plan is approved.',
    );
  }
  const check = new Check();
  checkNoMitigations(check, 'projectId', _count.mitigations);
  check.refuse();
}

act({
  name: 'removeProject',
  description: `ตัดโครงการที่ยังไม่เริ่มออกจากแผน ${whileWritten.th} · Removes a project that has not begun from a plan ${whileWritten.en}.`,
  by: isEditorOfAgency,
  on: onWhen(statesOf('Project', toRemove), (project) => {
    requireWritten(project.plan);
    requireRemovable(project);
  }),
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT: 'มีมาตรการอ้างถึง · a mitigation relies on it',
    ILLEGAL_TRANSITION:
      'แผนไม่ใช่ร่างและไม่ได้เปิดแก้ไข หรือโครงการเริ่มหรือมีรายงานแล้ว · plan neither a draft nor being amended, project begun or reported on',
  },
  input: RemoveProjectInput,
  payload: PlanPayload,
  removes: ({ projectId }) => projectId,
  work: async ({ projectId: { id }, expectedVersion }, tx) => {
    const { db } = tx;
    const owner = await db.project.findUnique({ where: { id }, select: { planId: true } });
    if (!owner) throw notFound('projectId');
    await lockDraftPlan(tx, owner.planId, 'projectId');
    const [project] = await toRemove(db, [id]);
    if (!project) throw notFound('projectId');
    requireRemovable(project);
    await db.project.updateMany({ where: { copiedFromId: id }, data: { copiedFromId: null } });
    await requireVersion(db.project.deleteMany({ where: { id, version: expectedVersion } }));
    return { id: owner.planId };
  },
});
