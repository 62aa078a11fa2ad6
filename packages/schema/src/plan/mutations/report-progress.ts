import { isEditorOfAgency } from '../../access/access.rules.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import type { ProjectStatusName } from '../../lifecycle/lifecycle.logic.ts';
import { ProgressReportPayload } from '../plan.payload.ts';
import { projectStates } from '../plan-standing.ts';
import { lockRunningPlan, requireOpenYear, requireRunning } from '../plan-state.ts';
import { progressFields, progressOf, replaceValues } from '../progress.inputs.ts';
import { Project } from '../project.type.ts';
import { hasBegun } from '../report-due.logic.ts';
import { spentOrderProblem } from '../spent-order.logic.ts';

const ReportProgressInput = builder.inputType('ReportProgressInput', {
  description: 'รายงานความก้าวหน้าของไตรมาสหนึ่ง · A progress report for a quarter.',
  fields: (t) => ({
    projectId: t.globalID({ for: Project, required: true, description: 'โครงการ · The project.' }),
    fiscalYear: t.field({
      type: 'FiscalYear',
      required: true,
      description: 'ปีงบประมาณที่โครงการดำเนินการ · A fiscal year in which the project runs.',
    }),
    quarter: t.int({ required: true, description: 'ไตรมาส (1-4) ที่เริ่มแล้ว · Quarter, 1 to 4, that has begun.' }),
    progressPercent: t.int({
      required: true,
      description: 'ความก้าวหน้าของปี (0-100) · Progress of the year in percent, 0 to 100.',
    }),
    ...progressFields(t),
    reason: t.string({
      description:
        'เหตุผลเมื่อยอดใช้จ่ายสะสมลดลง เก็บไว้ในประวัติการแก้ไข · Why the amount spent is less than that of an earlier quarter; kept in the audit trail.',
    }),
  }),
});

function requireNotCancelled(status: ProjectStatusName): void {
  if (status === 'CANCELLED')
    throw illegalTransition(status, 'โครงการที่ยกเลิกแล้วไม่ต้องรายงาน', 'A cancelled project is not reported on.');
}

act({
  name: 'reportProgress',
  bulk: 'reportProgressOfProjects',
  description:
    'รายงานความก้าวหน้าของโครงการรายไตรมาส · Reports on a project for a quarter, once; `correctProgress` changes a report. `Indicator.measuredValue` tells what activities measured, to be offered.',
  by: isEditorOfAgency,
  on: onWhen(projectStates, ({ plan, status }) => {
    requireRunning(plan);
    requireNotCancelled(status);
  }),
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION:
      'แผนยังไม่เห็นชอบหรือเผยแพร่ ปีนั้นของแผนปิดแล้ว หรือโครงการถูกยกเลิก · plan not approved or published, its year closed, project cancelled',
  },
  input: ReportProgressInput,
  payload: ProgressReportPayload,
  reason: ({ reason }) => reason,
  work: async (input, tx) => {
    const { db } = tx;
    const { fiscalYear, quarter, progressPercent } = input;
    const found = await db.project.findUnique({
      where: { id: input.projectId.id },
      select: { id: true, planId: true },
    });
    if (!found) throw notFound('projectId');
    await lockRunningPlan(tx, found.planId, 'projectId');
    await requireOpenYear(tx, found.planId, fiscalYear);
    const project = await db.project.findUniqueOrThrow({
      where: { id: found.id },
      select: {
        id: true,
        agencyId: true,
        status: true,
        fiscalYears: true,
        progressReports: { where: { fiscalYear }, select: { quarter: true, spentAmount: true } },
      },
    });
    requireNotCancelled(project.status);

    const check = new Check();
    if (!project.fiscalYears.includes(fiscalYear))
      check.add(
        'fiscalYear',
        `โครงการไม่ได้ดำเนินการในปี ${fiscalYear}`,
        `The project does not run in fiscal year ${fiscalYear}.`,
      );
    check.within('quarter', quarter, 1, 4);
    if (quarter >= 1 && quarter <= 4 && !hasBegun(fiscalYear, quarter, todayInBangkok()))
      check.add('quarter', 'ไตรมาสนี้ยังไม่เริ่ม', 'The quarter has not begun.');
    if (project.progressReports.some((report) => report.quarter === quarter))
      check.add(
        'quarter',
        'ไตรมาสนี้รายงานแล้ว โปรดแก้ไขรายงานเดิม',
        'The quarter has been reported on: change the report with correctProgress.',
      );
    check.within('progressPercent', progressPercent, 0, 100);
    const { columns, values } = progressOf(check, input);
    const reason = check.optionalText('reason', input.reason, { max: TEXT_MAX });
    const spentAmount = columns.spentAmount ?? null;
    const problem = reason ? null : spentOrderProblem({ quarter, spentAmount }, project.progressReports);
    check.include(problem ? [problem] : []);
    check.refuse();

    const { agencyId, id: projectId } = project;
    const report = await db.progressReport.create({
      data: { ...columns, agencyId, projectId, fiscalYear, quarter, progressPercent },
      select: { id: true },
    });
    await replaceValues(db, { id: report.id, agencyId, projectId }, values);
    return { projectId, reportId: report.id };
  },
});
