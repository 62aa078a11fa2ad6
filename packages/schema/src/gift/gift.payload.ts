import { Agency } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { GiftReport } from './gift-report.type.ts';
import { NoGiftStatement } from './no-gift-statement.type.ts';

export const GiftReportPayload = builder.objectRef<{ id: string }>('GiftReportPayload').implement({
  description: 'รายงานหลังการเปลี่ยนแปลง · The gift report after the change.',
  fields: (t) => ({
    giftReport: t.prismaField({
      type: GiftReport,
      description: 'รายงาน · The report.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).giftReport.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

export const NoGiftStatementPayload = builder.objectRef<{ id: string }>('NoGiftStatementPayload').implement({
  description: 'คำแจ้งหลังการเปลี่ยนแปลง · The statement after the change.',
  fields: (t) => ({
    noGiftStatement: t.prismaField({
      type: NoGiftStatement,
      description: 'คำแจ้ง · The statement.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).noGiftStatement.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

export const WithdrawNoGiftStatementPayload = builder
  .objectRef<{ agencyId: string }>('WithdrawNoGiftStatementPayload')
  .implement({
    description: 'หน่วยงานหลังถอนคำแจ้ง · The agency after its statement is withdrawn.',
    fields: (t) => ({
      agency: t.prismaField({
        type: Agency,
        description: 'หน่วยงาน · The agency.',
        resolve: (query, { agencyId }, _args, context) =>
          agencyDb(context).agency.findUniqueOrThrow({ ...query, where: { id: agencyId } }),
      }),
    }),
  });
