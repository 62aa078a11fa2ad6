import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { lockPlanInForce } from '../lock-plan.ts';
import { submissionFields, submissionOf } from '../plan-submission.inputs.ts';
import { PlanSubmission } from '../plan-submission.type.ts';
import { PlanSubmissionPayload } from '../report.payload.ts';
import { onSubmissionOfPlanInForce } from '../report-standing.ts';

const CorrectPlanSubmissionInput = builder.inputType('CorrectPlanSubmissionInput', {
  description:
    'การแก้ไขบันทึกการรายงานเข้าระบบ ช่องที่ไม่ระบุคงเดิม · Correction of a submission: what is absent stays, null empties.',
  fields: (t) => ({
    submissionId: t.globalID({
      for: PlanSubmission,
      required: true,
      description: 'การรายงานเข้าระบบ · The submission.',
    }),
    ...atVersion(t, 'submission'),
    submittedOn: t.field({ type: 'Date', description: 'วันที่รายงานเข้าระบบ · Date on which it was sent.' }),
    ...submissionFields(t),
    reason: t.string({
      required: true,
      description: 'เหตุที่แก้ไข เก็บไว้ในประวัติการแก้ไข · Why it is corrected; kept in the audit trail.',
    }),
  }),
});

act({
  name: 'correctPlanSubmission',
  description:
    'แก้ไขบันทึกการรายงานเข้าระบบแผนระดับชาติพร้อมเหตุผล · Corrects a submission to the national plan system, with a reason.',
  by: isEditorOfAgency,
  on: onSubmissionOfPlanInForce,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: 'แผนปิดแล้ว · plan closed' },
  input: CorrectPlanSubmissionInput,
  payload: PlanSubmissionPayload,
  reason: ({ reason }) => reason,
  work: async ({ submissionId: { id }, expectedVersion, ...input }, tx) => {
    const { db } = tx;
    const submission = await db.planSubmission.findUnique({ where: { id }, select: { planId: true } });
    if (!submission) throw notFound('submissionId');
    await lockPlanInForce(tx, submission.planId, 'submissionId');
    const check = new Check();
    const submittedOn = check.required('submittedOn', input.submittedOn);
    check.notInFuture('submittedOn', submittedOn);
    const columns = submissionOf(check, input);
    check.text('reason', input.reason, { max: TEXT_MAX });
    check.refuse();
    await requireVersion(
      db.planSubmission.updateMany({
        where: { id, version: expectedVersion },
        data: { ...columns, submittedOn, version: { increment: 1 } },
      }),
    );
    return { id };
  },
});
