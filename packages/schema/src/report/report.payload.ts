import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { PlanSubmission } from './plan-submission.type.ts';
import { YearReport } from './year-report.type.ts';
import { YearReportItem, YearReportMeasure } from './year-report-parts.type.ts';

export const YearReportPayload = builder.objectRef<{ id: string }>('YearReportPayload').implement({
  description: 'รายงานผลหลังการเปลี่ยนแปลง · The year report after the change.',
  fields: (t) => ({
    yearReport: t.prismaField({
      type: YearReport,
      description: 'รายงานผล · The year report.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).yearReport.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

export const YearReportItemPayload = builder.objectRef<{ itemId: string }>('YearReportItemPayload').implement({
  description: 'ผลรายโครงการหรือรายความเสี่ยงหลังการเปลี่ยนแปลง · The item of a year report after the change.',
  fields: (t) => ({
    item: t.prismaField({
      type: YearReportItem,
      description: 'ผลรายโครงการหรือรายความเสี่ยง · The item.',
      resolve: (query, { itemId }, _args, context) =>
        agencyDb(context).yearReportItem.findUniqueOrThrow({ ...query, where: { id: itemId } }),
    }),
  }),
});

export const YearReportMeasurePayload = builder.objectRef<{ measureId: string }>('YearReportMeasurePayload').implement({
  description: 'มาตรการในรายงานหลังการเปลี่ยนแปลง · The measure in a year report after the change.',
  fields: (t) => ({
    measure: t.prismaField({
      type: YearReportMeasure,
      description: 'มาตรการในรายงาน · The measure.',
      resolve: (query, { measureId }, _args, context) =>
        agencyDb(context).yearReportMeasure.findUniqueOrThrow({ ...query, where: { id: measureId } }),
    }),
  }),
});

export const PlanSubmissionPayload = builder.objectRef<{ id: string }>('PlanSubmissionPayload').implement({
  description: 'การรายงานเข้าระบบหลังการเปลี่ยนแปลง · The submission after the change.',
  fields: (t) => ({
    planSubmission: t.prismaField({
      type: PlanSubmission,
      description: 'การรายงานเข้าระบบ · The submission.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).planSubmission.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
