import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import { Plan } from '../plan/plan.type.ts';
import { YearReportConnection, YearReportOrder, YearReportWhere, yearReportList } from './year-report.type.ts';

export const PlanSubmission = builder.prismaNode('PlanSubmission', {
  ...recordNode,
  fields: (t) => ({
    plan: t.relation('plan'),
    report: t.relation('report', { nullable: true }),
    round: t.exposeInt('round'),
    submittedOn: t.expose('submittedOn', { type: 'Date' }),
    receiptNo: t.exposeString('receiptNo', { nullable: true }),
    address: t.exposeString('address', { nullable: true }),
    noteTh: t.exposeString('noteTh', { nullable: true }),
    origin: t.expose('origin', { type: Origin }),
    version: t.exposeInt('version'),
  }),
});

export const PlanSubmissionConnection = builder.connectionObject({
  type: PlanSubmission,
  name: 'PlanSubmissionConnection',
});

const names = { th: 'การรายงานเข้าระบบแผนระดับชาติ', en: 'submissions to the national plan system' };

export const PlanSubmissionWhere = whereInput('PlanSubmissionWhere', names, {});

export const PlanSubmissionOrder = orderInput('PlanSubmissionOrder', names, {
  submittedOn: 'วันที่รายงาน · Date on which it was sent.',
  round: 'รอบ · Round.',
});

export const planSubmissionList: ListPolicy = {
  model: 'PlanSubmission',
  shape: shapeOf('PlanSubmission'),
  defaultOrder: { submittedOn: 'desc' },
};

builder.prismaObjectFields(Plan, (t) => ({
  yearReports: t.relatedConnection(
    'yearReports',
    {
      ...relatedList(yearReportList),
      nullable: true,
      description: 'รายงานผลรอบ 6 และ 12 เดือนของแผน · Reports on the plan after six and twelve months, newest first.',
      args: listArguments(YearReportWhere, YearReportOrder),
    },
    YearReportConnection,
  ),
  submissions: t.relatedConnection(
    'submissions',
    {
      ...relatedList(planSubmissionList),
      nullable: true,
      description:
        'การรายงานแผนและผลเข้าระบบแผนระดับชาติ · Submissions of the plan, and of the reports on it, to the national plan system.',
      args: listArguments(PlanSubmissionWhere, PlanSubmissionOrder),
    },
    PlanSubmissionConnection,
  ),
}));
