import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { thresholds } from '../base/thresholds.logic.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import { knownHolidays } from '../calendar/calendar.loader.ts';
import { isCalendarCertain } from '../calendar/calendar-coverage.logic.ts';
import { closedDays } from '../calendar/working-days.logic.ts';
import { builder } from '../graphql/builder.ts';
import { most, quartersOfYear } from '../graphql/limits/parts.logic.ts';
import { newestChangeFirst } from '../lifecycle/history/status-change.type.ts';
import { LifecycleAct } from '../lifecycle/lifecycle.enums.ts';
import { actsOpen, projectLifecycle } from '../lifecycle/lifecycle.logic.ts';
import { isYearOver } from '../lifecycle/record/closing.logic.ts';
import { todayFor } from '../tenancy/moment.ts';
import { projectById } from './plan.loader.ts';
import { lastYearOf } from './plan-closing.logic.ts';
import { yearsByProjectId } from './project.loader.ts';
import { Project } from './project.type.ts';
import { type ReportDue as Due, reportsDue } from './report-due.logic.ts';
import { isRunning, owesReports } from './running.logic.ts';

const ReportDue = builder.objectRef<Due & { readonly isCertain: boolean }>('ReportDue').implement({
  description: 'รายงานที่ถึงกำหนดและยังไม่มี · A progress report that was due and is missing.',
  fields: (t) => ({
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear', description: 'ปีงบประมาณ · Fiscal year.' }),
    quarter: t.exposeInt('quarter', { description: 'ไตรมาส (1-4) · Quarter, 1 to 4.' }),
    endedOn: t.expose('endedOn', { type: 'Date', description: 'วันสุดท้ายของไตรมาส · Last day of the quarter.' }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      description: `วันครบกำหนด ${thresholds.progressReportWorkingDays} วันทำการหลังสิ้นไตรมาส (กำหนดโดยทะเบียน เอกสารไม่ได้ระบุวัน) · The ${thresholds.progressReportWorkingDays}th working day after the quarter. The rule is the registry’s own: the documents ask for quarterly reports and print no day.`,
    }),
    isCertain: t.exposeBoolean('isCertain', {
      description: 'ทราบวันหยุดครบทั้งช่วงหรือไม่ · False when the holidays of the period are not all known or announced yet.',
    }),
  }),
});

/** Of the history of a plan, what its reports are owed since. */
const firstApproval = {
  where: { act: 'APPROVE' },
  orderBy: [{ at: 'asc' }, { id: 'asc' }],
  take: 1,
  select: { at: true },
} satisfies Prisma.Plan$statusChangesArgs;

builder.prismaObjectFields(Project, (t) => ({
  statusChanges: t.relation('statusChanges', {
    description: 'ประวัติสถานะ ใหม่สุดก่อน · Changes of its status, newest first.',
    query: newestChangeFirst,
    listSize: most.statusChangesShown,
  }),
  openActs: t.field({
    type: [LifecycleAct],
    description:
      'ขั้นตอนที่ผู้ใช้ทำได้ในวันนี้ · Steps that the viewer may take today, LEAVE_UNFINISHED once its last fiscal year has ended; none unless the plan is imported, approved or published; amending it stops none.',
    select: {
      status: true,
      fiscalYears: true,
      plan: { select: { status: true, isAmendment: true, fiscalYearTo: true } },
    },
    resolve: ({ status, fiscalYears, plan }, _args, { viewer }) => {
      if (!isRunning(plan)) return [];
      const isOver = isYearOver(lastYearOf(fiscalYears, plan), todayInBangkok());
      return actsOpen(projectLifecycle, status, viewer.roles).filter((act) => isOver || act !== 'LEAVE_UNFINISHED');
    },
  }),
  reportsDue: t.field({
    type: [ReportDue],
    listSize: most.yearsOfPlan * quartersOfYear,
    description:
      'รายงานรายไตรมาสที่เลยกำหนดและยังไม่มี · Quarters in which the project runs whose reports were due before a day and are missing, from the quarter in which the centre first approved the plan (a rule of the registry’s own); none of a cancelled project, or of a plan that does not run, or was only imported and not approved here since.',
    args: { on: t.arg({ type: 'Date', description: 'วันที่ใช้ดู ไม่ระบุ = วันนี้ · The day; today in Bangkok when absent.' }) },
    select: {
      id: true,
      status: true,
      fiscalYears: true,
      quarters: true,
      plan: { select: { status: true, isAmendment: true, isImported: true, statusChanges: firstApproval } },
    },
    resolve: async ({ id, status, plan, ...project }, { on }, context) => {
      if (status === 'CANCELLED' || !owesReports(plan)) return [];
      const [{ reports }, holidays] = await Promise.all([yearsByProjectId(context).load(id), knownHolidays(context)]);
      const [approval] = plan.statusChanges;
      const firstApprovedOn = approval ? todayInBangkok(approval.at) : null;
      const closed = closedDays(holidays.map(({ date }) => date));
      return reportsDue(project, reports, { on: on ?? todayFor(context), firstApprovedOn, closed }).map((due) => ({
        ...due,
        isCertain: isCalendarCertain(due.endedOn, due.dueOn, holidays),
      }));
    },
  }),
  copiedFrom: t.field({
    type: Project,
    nullable: true,
    description: 'โครงการที่คัดลอกมา · The project that this one was copied from; null when there is none.',
    select: { copiedFromId: true },
    resolve: ({ copiedFromId }, _args, context, info) => projectById(copiedFromId, context, info),
  }),
}));
