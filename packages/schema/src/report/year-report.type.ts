import { Agency } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import { Origin, RecordStatus } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import { recordVersion } from '../lifecycle/record/record-version.logic.ts';
import { YearReportKind } from './report.enums.ts';
import { periodEndsOn, reportDueOn, reportTitle } from './year-report.logic.ts';

const inOrder = { query: { orderBy: { sortOrder: 'asc' as const } }, listSize: most.itemsOfReport };

export const YearReport = builder.prismaNode('YearReport', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency that owns the report.' }),
    kind: t.expose('kind', { type: YearReportKind }),
    titleTh: t.string({
      description: 'ชื่อรายงาน ประกอบจากรอบ ปี และหน่วยงาน · What the report is called, in Thai.',
      select: { kind: true, fiscalYear: true, agency: { select: { nameTh: true } } },
      resolve: ({ kind, fiscalYear, agency }) => reportTitle(kind, fiscalYear, agency.nameTh),
    }),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear' }),
    periodEndsOn: t.field({
      type: 'Date',
      description: 'วันสุดท้ายของรอบที่รายงาน · Last day of the period.',
      select: { kind: true, fiscalYear: true },
      resolve: ({ kind, fiscalYear }) => periodEndsOn(kind, fiscalYear),
    }),
    dueOn: t.field({
      type: 'Date',
      description:
        'กำหนดส่งให้ ศปท.กทม. ตามหลักเกณฑ์ของทะเบียน · Day by which it is to be submitted; a rule of the registry’s own, as the documents print no day.',
      select: { kind: true, fiscalYear: true },
      resolve: ({ kind, fiscalYear }) => reportDueOn(kind, fiscalYear),
    }),
    plan: t.relation('plan', { nullable: true }),
    riskRegister: t.relation('register', { nullable: true }),
    summaryTh: t.exposeString('summaryTh', { nullable: true }),
    problemsTh: t.exposeString('problemsTh', { nullable: true }),
    suggestionsTh: t.exposeString('suggestionsTh', { nullable: true }),
    signedBy: t.relation('signedBy', { nullable: true }),
    signedOn: t.expose('signedOn', { type: 'Date', nullable: true }),
    status: t.expose('status', { type: RecordStatus }),
    items: t.relation('items', inOrder),
    submissions: t.relation('submissions', {
      query: { orderBy: { round: 'asc' } },
      listSize: most.submissionsOfPlan,
    }),
    origin: t.expose('origin', { type: Origin }),
    version: t.int(recordVersion),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'แก้ไขล่าสุด · Last change.' }),
  }),
});

export const YearReportConnection = builder.connectionObject({ type: YearReport, name: 'YearReportConnection' });

const names = { th: 'รายงานผล', en: 'year reports' };

export const YearReportWhere = whereInput('YearReportWhere', names, {});

export const YearReportOrder = orderInput('YearReportOrder', names, {
  fiscalYear: 'ปีงบประมาณ · Fiscal year.',
  kind: 'รอบหรือเรื่อง · Period or subject.',
  status: 'สถานะ · Status.',
  updatedAt: 'แก้ไขล่าสุด · Last change.',
});

export const yearReportList: ListPolicy = {
  model: 'YearReport',
  shape: shapeOf('YearReport'),
  defaultOrder: { fiscalYear: 'desc' },
};

builder.prismaObjectFields(Agency, (t) => ({
  yearReports: t.relatedConnection(
    'yearReports',
    {
      ...relatedList(yearReportList),
      nullable: true,
      description:
        'รายงานผลของหน่วยงาน ทั้งของแผนและของความเสี่ยงการรับสินบน · Year reports of the agency that the viewer may see, on plans and on bribery risks, newest first.',
      args: listArguments(YearReportWhere, YearReportOrder),
    },
    YearReportConnection,
  ),
}));
