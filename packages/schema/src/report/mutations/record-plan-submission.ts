import { isEditorOfAgency } from '../../access/access.rules.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { Plan } from '../../plan/plan.type.ts';
import type { ActTransaction } from '../../tenancy/act-transaction.ts';
import { lockPlanInForce } from '../lock-plan.ts';
import { submissionFields, submissionOf } from '../plan-submission.inputs.ts';
import { PlanSubmissionPayload } from '../report.payload.ts';
import { onPlanInForce } from '../report-standing.ts';
import { YearReport } from '../year-report.type.ts';

const RecordPlanSubmissionInput = builder.inputType('RecordPlanSubmissionInput', {
  description:
    'การรายงานแผนหรือผลเข้าระบบแผนระดับชาติครั้งหนึ่ง · A submission of a plan or of a report on it to the national plan system.',
  fields: (t) => ({
    planId: t.globalID({ for: Plan, required: true, description: 'แผน · The plan.' }),
    yearReportId: t.globalID({
      for: YearReport,
      description:
        'รายงานผลของแผนที่เห็นชอบแล้ว ไม่ระบุ = ตัวแผน · An approved report on the plan; absent for the plan itself.',
    }),
    submittedOn: t.field({
      type: 'Date',
      required: true,
      description: 'วันที่รายงานเข้าระบบ · Date on which it was sent.',
    }),
    ...submissionFields(t),
  }),
});

/** The report that is sent: one on this plan, that the centre has approved. */
async function requireSendable({ db }: ActTransaction, planId: string, id: string): Promise<void> {
  const report = await db.yearReport.findFirst({
    where: { id, planId },
    select: { status: true, isAmendment: true },
  });
  if (!report) throw notFound('yearReportId');
  if (report.isAmendment || ['APPROVED', 'PUBLISHED', 'CLOSED'].includes(report.status)) return;
  throw illegalTransition(
    report.status,
    'รายงานเข้าระบบได้เมื่อ ศปท.กทม. เห็นชอบรายงานแล้ว',
    'A report is sent to the national system once the centre has approved it.',
  );
}

act({
  name: 'recordPlanSubmission',
  description:
    'บันทึกการรายงานแผน รายงานรอบ 6 เดือน หรือ 12 เดือน เข้าระบบแผนระดับชาติของสำนักงาน ป.ป.ช. รอบนับต่อจากครั้งก่อน · Records that a plan, or a report on it, was sent to the national plan system (E-PlanNACC: documents 000, project 10, and 001, 2.2.3); rounds count on from the one before.',
  by: isEditorOfAgency,
  on: onPlanInForce,
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION: 'แผนหรือรายงานยังไม่ได้รับความเห็นชอบ · plan or report not approved',
  },
  input: RecordPlanSubmissionInput,
  payload: PlanSubmissionPayload,
  work: async ({ planId: { id: planId }, yearReportId: given, submittedOn, ...input }, tx) => {
    const { db, agencyId } = tx;
    await lockPlanInForce(tx, planId, 'planId');
    const reportId = given?.id ?? null;
    if (reportId) await requireSendable(tx, planId, reportId);
    const check = new Check();
    check.notInFuture('submittedOn', submittedOn);
    const columns = submissionOf(check, input);
    const before = await db.planSubmission.findMany({
      where: { planId },
      select: { reportId: true, round: true },
    });
    if (before.length >= most.submissionsOfPlan)
      check.add(
        'planId',
        `บันทึกได้ไม่เกิน ${most.submissionsOfPlan} ครั้งต่อแผน`,
        `At most ${most.submissionsOfPlan} submissions of a plan are recorded.`,
      );
    check.refuse();
    const round = 1 + Math.max(0, ...before.filter((each) => each.reportId === reportId).map((each) => each.round));
    return db.planSubmission.create({
      data: { ...columns, agencyId, planId, reportId, round, submittedOn },
      select: { id: true },
    });
  },
});
