import { builder } from '../graphql/builder.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import {
  PlanSubmission,
  PlanSubmissionConnection,
  PlanSubmissionOrder,
  PlanSubmissionWhere,
  planSubmissionList,
} from './plan-submission.type.ts';
import {
  YearReport,
  YearReportConnection,
  YearReportOrder,
  YearReportWhere,
  yearReportList,
} from './year-report.type.ts';

const planReports = rootList((db) => db.yearReport, yearReportList);
const planSubmissions = rootList((db) => db.planSubmission, planSubmissionList);

builder.queryFields((t) => ({
  planReports: t.prismaConnection(
    {
      type: YearReport,
      ...planReports,
      nullable: true,
      description:
        'รายงานผลตามแผนรอบ 6 และ 12 เดือน และรายงานผลการจัดการความเสี่ยงการรับสินบน (เลือกด้วย `kind`) · Reports on plans after six and twelve months, and on the bribery risks of a year (choose by `kind`), that the viewer may see, newest first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(YearReportWhere, YearReportOrder),
    },
    YearReportConnection,
  ),
  planSubmissions: t.prismaConnection(
    {
      type: PlanSubmission,
      ...planSubmissions,
      nullable: true,
      description:
        'การรายงานแผนและผลเข้าระบบแผนระดับชาติที่ผู้ใช้เห็นได้ ใหม่สุดก่อน · Submissions to the national plan system that the viewer may see, newest first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(PlanSubmissionWhere, PlanSubmissionOrder),
    },
    PlanSubmissionConnection,
  ),
}));
