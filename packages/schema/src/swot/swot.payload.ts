import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { SwotAnalysis, SwotItem } from './swot.type.ts';

export const SwotAnalysisPayload = builder.objectRef<{ id: string }>('SwotAnalysisPayload').implement({
  description: 'การวิเคราะห์ SWOT หลังการเปลี่ยนแปลง · The SWOT analysis after the change.',
  fields: (t) => ({
    swotAnalysis: t.prismaField({
      type: SwotAnalysis,
      description: 'การวิเคราะห์ SWOT · The SWOT analysis.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).swotAnalysis.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

export const SwotItemPayload = builder.objectRef<{ itemId: string }>('SwotItemPayload').implement({
  description: 'รายการ SWOT หลังการเปลี่ยนแปลง · The SWOT item after the change.',
  fields: (t) => ({
    swotItem: t.prismaField({
      type: SwotItem,
      description: 'รายการ · The item.',
      resolve: (query, { itemId }, _args, context) =>
        agencyDb(context).swotItem.findUniqueOrThrow({ ...query, where: { id: itemId } }),
    }),
  }),
});
