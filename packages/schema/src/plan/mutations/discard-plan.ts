import { isEditorOfAgency } from '../../access/access.rules.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen, statesOf } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireWritten } from '../../lifecycle/record/record-state.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import { DiscardPlanPayload } from '../plan.payload.ts';
import { Plan } from '../plan.type.ts';
import { lockDraftPlan } from '../plan-state.ts';
import { checkNoMitigations } from '../project-references.ts';

const DiscardPlanInput = builder.inputType('DiscardPlanInput', {
  description: 'การยกเลิกร่างแผน · Discarding of a draft plan.',
  fields: (t) => ({
    planId: t.globalID({ for: Plan, required: true, description: 'แผนที่เป็นร่าง · The plan, a draft.' }),
    ...atVersion(t, 'plan'),
  }),
});

const toDiscard = (db: ScopedDb, ids: string[]) =>
  db.plan.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      status: true,
      isAmendment: true,
      projects: { select: { _count: { select: { mitigations: true } } } },
      _count: { select: { statusChanges: true } },
    },
  });

type Found = Awaited<ReturnType<typeof toDiscard>>[number];

/** A plan goes as long as it was never before the centre and nothing relies on its projects. */
function requireDiscardable({ status, projects, _count }: Found): void {
  if (_count.statusChanges > 0) {
    throw illegalTransition(
      status,
      'แผนที่เคยส่งแล้วยกเลิกร่างไม่ได้',
      'A plan that has been submitted is part of the record and is not discarded.',
    );
  }
  const check = new Check();
  checkNoMitigations(
    check,
    'planId',
    projects.reduce((sum, project) => sum + project._count.mitigations, 0),
  );
  check.refuse();
}

act({
  name: 'discardPlan',
  description:
    'ยกเลิกร่างแผนที่ไม่เคยส่ง พร้อมโครงการทั้งหมด · Discards a draft plan that was never submitted, with its projects.',
  by: isEditorOfAgency,
  on: onWhen(statesOf('Plan', toDiscard), (plan) => {
    requireWritten(plan);
    requireDiscardable(plan);
  }),
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
    const { id, agencyId } = await lockDraftPlan(tx, planId.id, 'planId');
    const [plan] = await toDiscard(db, [id]);
    if (!plan) throw notFound('planId');
    requireDiscardable(plan);
    tx.requireRecordVersion('Plan', id, expectedVersion);
    // What was copied from the draft stands on its own.
    await db.plan.updateMany({ where: { copiedFromId: id }, data: { copiedFromId: null } });
    await db.project.updateMany({ where: { copiedFrom: { planId: id } }, data: { copiedFromId: null } });
    await requireVersion(db.plan.deleteMany({ where: { id } }));
    return { agencyId };
  },
});
