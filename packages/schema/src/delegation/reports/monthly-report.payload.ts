import { builder } from '../../graphql/builder.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { MonthlyReport } from './monthly-report.type.ts';

export const MonthlyReportPayload = builder.objectRef<{ id: string }>('MonthlyReportPayload').implement({
  description: 'รายงานประจำเดือนหลังการเปลี่ยนแปลง · The monthly report after the change.',
  fields: (t) => ({
    monthlyReport: t.prismaField({
      type: MonthlyReport,
      description: 'รายงาน · The report.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).monthlyReport.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
