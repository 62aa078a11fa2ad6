import { isEditorOfAgency } from '../../access/access.rules.ts';
import { illegalTransition } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { DiscardPlanPayload } from '../plan.payload.ts';
import { Plan } from '../plan.type.ts';
import { lockDraftPlan } from '../plan-state.ts';
import { requireNoMitigations } from '../project-references.ts';

const DiscardPlanInput = builder.inputType('DiscardPlanInput', {
  description: 'การยกเลิกร่างแผน · Discarding of a draft plan.',
  fields: (t) => ({
    planId: t.globalID({ for: Plan, required: true, description: 'แผนที่เป็นร่าง · The plan, a draft.' }),
    ...atVersion(t, 'plan'),
  }),
});

act({
  name: 'discardPlan',
  description:
    'ยกเลิกร่างแผนที่ไม่เคยส่ง พร้อมโครงการทั้งหมด · Discards a draft plan that was never submitted, with its projects.',
  by: isEditorOfAgency,
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT: 'มาตรการอ้างถึงโครงการในแผน · a mitigation relies on one of its projects',
    ILLEGAL_TRANSITION: 'ไม่ใช่ร่างหรือเคยส่งแล้ว · not a draft, or submitted before',
  },
  input: DiscardPlanInput,
  payload: DiscardPlanPayload,
  removes: ({ planId }) => planId,
  work: async ({ planId, expectedVersion }, tx) => {
    const { db } = tx;
    const { id, agencyId, status } = await lockDraftPlan(tx, planId.id, 'planId');
    if ((await db.statusChange.count({ where: { planId: id } })) > 0) {
      throw illegalTransition(
        status,
        'แผนที่เคยส่งแล้วยกเลิกร่างไม่ได้',
        'A plan that has been submitted is part of the record and is not discarded.',
      );
    }
    const check = new Check();
    await requireNoMitigations(db, check, 'planId', { planId: id });
    check.refuse();
    tx.requireRecordVersion('Plan', id, expectedVersion);
    // What was copied from the draft stands on its own.
    await db.plan.updateMany({ where: { copiedFromId: id }, data: { copiedFromId: null } });
    await db.project.updateMany({ where: { copiedFrom: { planId: id } }, data: { copiedFromId: null } });
    await requireVersion(db.plan.deleteMany({ where: { id } }));
    return { agencyId };
  },
});
