import { isEditorOfAgency } from '../../access/access.rules.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { whileWritten } from '../../lifecycle/record/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { PlanPayload } from '../plan.payload.ts';
import { lockDraftPlan } from '../plan-state.ts';
import { projectAtVersion } from '../project-act.inputs.ts';
import { requireNoMitigations } from '../project-references.ts';

const RemoveProjectInput = builder.inputType('RemoveProjectInput', {
  description: 'การตัดโครงการออกจากแผน · Removal of a project from its plan.',
  fields: (t) => ({
    ...projectAtVersion(t),
  }),
});

act({
  name: 'removeProject',
  description: `ตัดโครงการที่ยังไม่เริ่มออกจากแผน ${whileWritten.th} · Removes a project that has not begun from a plan ${whileWritten.en}.`,
  by: isEditorOfAgency,
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
    const { status, _count } = await db.project.findUniqueOrThrow({
      where: { id },
      select: { status: true, _count: { select: { progressReports: true, reportItems: true } } },
    });
    if (status !== 'PLANNED' || _count.progressReports + _count.reportItems > 0) {
      throw illegalTransition(
        status,
        'โครงการที่เริ่มแล้วหรือมีรายงานผลตัดออกไม่ได้ ให้ยกเลิกเมื่อแผนเห็นชอบแล้ว',
        'A project that has begun or was reported on is not removed: cancel it (cancelProject) once the plan is approved.',
      );
    }
    const check = new Check();
    await requireNoMitigations(db, check, 'projectId', { id });
    check.refuse();
    await db.project.updateMany({ where: { copiedFromId: id }, data: { copiedFromId: null } });
    await requireVersion(db.project.deleteMany({ where: { id, version: expectedVersion } }));
    return { id: owner.planId };
  },
});
