import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen, statesOf } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { ProgressReportPayload } from '../plan.payload.ts';
import { closesYear, lockRunningPlan, requireOpenYear, requireRunning, requireYearOpen } from '../plan-state.ts';
import { progressFields, progressOf, replaceValues } from '../progress.inputs.ts';
import { ProgressReport } from '../project-parts.type.ts';

const CorrectProgressInput = builder.inputType('CorrectProgressInput', {
  description:
    'การแก้ไขรายงานความก้าวหน้า ไม่ระบุ = คงเดิม · Correction of a progress report: what is absent stays, null empties.',
  fields: (t) => ({
    reportId: t.globalID({ for: ProgressReport, required: true, description: 'รายงาน · The report.' }),
    ...atVersion(t, 'report'),
    progressPercent: t.int({ description: 'ความก้าวหน้าของปี (0-100) · Progress of the year in percent, 0 to 100.' }),
    ...progressFields(t),
    reason: t.string({
      required: true,
      description: 'เหตุที่แก้ไข เก็บไว้ในประวัติการแก้ไข · Why it is corrected; kept in the audit trail.',
    }),
  }),
});

const reports = statesOf('ProgressReport', (db, ids) =>
  db.progressReport.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      fiscalYear: true,
      project: {
        select: {
          plan: {
            select: {
              status: true,
              isAmendment: true,
              yearReports: { where: closesYear, select: { fiscalYear: true } },
            },
          },
        },
      },
    },
  }),
);

act({
  name: 'correctProgress',
  description: 'แก้ไขรายงานความก้าวหน้าพร้อมเหตุผล · Corrects a progress report, with a reason.',
  by: isEditorOfAgency,
  on: onWhen(reports, ({ fiscalYear, project: { plan } }) => {
    requireRunning(plan);
    requireYearOpen(
      fiscalYear,
      plan.yearReports.some((closing) => closing.fiscalYear === fiscalYear),
    );
  }),
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION: 'แผนยังไม่เห็นชอบหรือเผยแพร่ หรือปีนั้นของแผนปิดแล้ว · plan not approved or published, or its year closed',
  },
  input: CorrectProgressInput,
  payload: ProgressReportPayload,
  reason: ({ reason }) => reason,
  work: async (input, tx) => {
    const { db } = tx;
    const report = await db.progressReport.findUnique({
      where: { id: input.reportId.id },
      select: { id: true, agencyId: true, projectId: true, fiscalYear: true, project: { select: { planId: true } } },
    });
    if (!report) throw notFound('reportId');
    await lockRunningPlan(tx, report.project.planId, 'reportId');
    await requireOpenYear(tx, report.project.planId, report.fiscalYear);
    const check = new Check();
    const progressPercent = check.within(
      'progressPercent',
      check.required('progressPercent', input.progressPercent),
      0,
      100,
    );
    const { columns, values } = progressOf(check, input);
    check.text('reason', input.reason, { max: TEXT_MAX });
    check.refuse();
    await requireVersion(
      db.progressReport.updateMany({
        where: { id: report.id, version: input.expectedVersion },
        data: { ...columns, progressPercent, version: { increment: 1 } },
      }),
    );
    await replaceValues(db, report, values);
    return { projectId: report.projectId, reportId: report.id };
  },
});
