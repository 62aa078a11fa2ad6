import { isEditorOfAgency } from '../../access/access.rules.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen, statesOf } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { decidingColumns } from '../authority/power-records.loader.ts';
import { MonthlyReportPayload } from '../reports/monthly-report.payload.ts';
import { MonthlyReport } from '../reports/monthly-report.type.ts';
import { reportContent } from '../reports/report.inputs.ts';
import { replaceUses, usesOf } from '../reports/report-content.ts';
import { reportState } from '../reports/report-state.logic.ts';
import { problemsOfUse, recipientOf, saysNotUsed } from '../reports/report-terms.logic.ts';

const CorrectMonthlyReportInput = builder.inputType('CorrectMonthlyReportInput', {
  description: 'การแก้ไขรายงานที่ส่งแล้ว ไม่ระบุ = คงเดิม · Correction of a filed report: what is absent stays, null empties.',
  fields: (t) => ({
    reportId: t.globalID({ for: MonthlyReport, required: true, description: 'รายงาน · The report.' }),
    ...atVersion(t, 'report'),
    ...reportContent(t),
  }),
});

const reports = statesOf('MonthlyReport', (db, ids) =>
  db.monthlyReport.findMany({
    where: { id: { in: ids } },
    select: { id: true, dueOn: true, filedOn: true, provisionalOn: true },
  }),
);

function requireFiled(report: Parameters<typeof reportState>[0]): void {
  if (report.filedOn === null)
    throw illegalTransition(
      reportState(report, todayInBangkok()),
      'รายงานนี้ยังไม่ได้ส่ง โปรดส่งรายงานก่อน',
      'The report has not been filed: file it with fileMonthlyReport.',
      'monthlyReport',
    );
}

act({
  name: 'correctMonthlyReport',
  description: 'แก้ไขรายงานประจำเดือนที่ส่งแล้ว วันที่ส่งคงเดิม · Corrects a filed monthly report; its date of filing stays.',
  by: isEditorOfAgency,
  on: onWhen(reports, requireFiled),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: 'ยังไม่ได้ส่งรายงาน · not filed yet' },
  input: CorrectMonthlyReportInput,
  payload: MonthlyReportPayload,
  work: async ({ reportId, expectedVersion, ...input }, { db, lockShared }) => {
    const report = await db.monthlyReport.findUnique({ where: { id: reportId.id } });
    if (!report) throw notFound('reportId');
    lockShared('DelegationOrder', report.orderId);
    requireFiled(report);
    const lines = await db.delegatedPower.findMany({ where: { orderId: report.orderId }, select: decidingColumns });
    const check = new Check();
    const uses = usesOf(check, report, lines, input.uses);
    const notUsed = saysNotUsed(input.notUsed, uses);
    if (notUsed !== undefined) {
      const said = uses ?? (await db.powerUse.findMany({ where: { reportId: report.id }, select: { count: true } }));
      check.include(problemsOfUse(notUsed, said));
    }
    const recipientId = check.required('recipientId', input.recipientId)?.id;
    if (recipientId) {
      if (!(await db.position.findUnique({ where: { id: recipientId }, select: { id: true } })))
        throw notFound('recipientId');
      check.include(recipientOf(recipientId, { delegateId: report.delegateId, delegatorIds: [] }).problems);
    }
    const remarksTh = check.optionalText('remarksTh', input.remarksTh, { max: TEXT_MAX });
    check.refuse();
    await requireVersion(
      db.monthlyReport.updateMany({
        where: { id: report.id, version: expectedVersion },
        data: { remarksTh, notUsed, recipientId, version: { increment: 1 } },
      }),
    );
    await replaceUses(db, report, uses);
    return { id: report.id };
  },
});
