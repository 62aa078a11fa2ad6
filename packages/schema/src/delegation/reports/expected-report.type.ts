import { Position } from '../../agency/agency.type.ts';
import { invalidInput } from '../../base/errors.ts';
import { builder } from '../../graphql/builder.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { onTheDay } from '../../graphql/on-the-day.ts';
import { todayFor } from '../../tenancy/moment.ts';
import { ReportState } from '../delegation.enums.ts';
import { monthlyReportById, positionById } from '../delegation.loader.ts';
import { DelegationOrder } from '../orders/order.type.ts';
import { reportedOrderById } from './expected-reports.loader.ts';
import { monthOf, type OwedReport, owedReports } from './monthly-report.logic.ts';
import { MonthlyReport } from './monthly-report.type.ts';
import { reportState } from './report-state.logic.ts';

const ExpectedReport = builder.objectRef<OwedReport>('ExpectedMonthlyReport').implement({
  description: 'รายงานประจำเดือนที่ผู้รับมอบอำนาจต้องส่ง · A monthly report that a delegate owes, filed or not.',
  fields: (t) => ({
    delegate: t.field({
      type: Position,
      nullable: true,
      description: 'ผู้รายงาน · Position that reports.',
      resolve: ({ delegateId }, _args, context, info) => positionById(delegateId, context, info),
    }),
    month: t.expose('month', { type: 'Date', description: 'เดือนที่รายงาน (วันแรก) · Month, as its first day.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'กำหนดส่ง · Due date.' }),
    state: t.field({
      type: ReportState,
      description: 'สถานะในวันนี้ · State today in Bangkok.',
      resolve: onTheDay((report, today) => reportState(report, today)),
    }),
    report: t.field({
      type: MonthlyReport,
      nullable: true,
      description: 'รายงานที่ส่งแล้วหรือรายงานเบื้องต้น · The report, filed or provisional; null while there is neither.',
      resolve: ({ filedOn, provisionalOn, reportId }, _args, context, info) =>
        monthlyReportById(filedOn === null && provisionalOn === null ? null : reportId, context, info),
    }),
  }),
});

builder.prismaObjectFields(DelegationOrder, (t) => ({
  reportsExpected: t.field({
    type: [ExpectedReport],
    description:
      'รายงานประจำเดือนที่ต้องส่ง ทุกเดือนที่มีวันมีผลอย่างน้อยหนึ่งวัน · Monthly reports owed: one by each delegate for every month with a day in force, in order of time. Errors: INVALID_INPUT when `until` is more than a year ahead.',
    listSize: most.reportsShown,
    args: {
      until: t.arg({
        type: 'Date',
        description: 'ถึงวันที่ ไม่ระบุ = วันนี้ · Up to this day, at most a year ahead; today in Bangkok when absent.',
      }),
    },
    select: { id: true },
    resolve: async ({ id }, args, context) => {
      const today = todayFor(context);
      const until = args.until ?? today;
      if (until > monthOf(today, 13)) throw invalidInput({ field: 'until', message: tooFarAhead });
      const { lines, reports } = await reportedOrderById(context).load(id);
      return owedReports(lines, reports, until).slice(-most.reportsShown);
    },
  }),
}));

const tooFarAhead = { th: 'ระบุวันล่วงหน้าได้ไม่เกินหนึ่งปี', en: 'Ask for at most a year ahead.' };
