import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Guideline } from './guideline.type.ts';
import { GuidelineResult } from './guideline-result.type.ts';

export const GuidelinePayload = builder.objectRef<{ id: string }>('GuidelinePayload').implement({
  description: 'แนวทางหลังการเปลี่ยนแปลง · The guideline after the change.',
  fields: (t) => ({
    guideline: t.prismaField({
      type: Guideline,
      description: 'แนวทาง · The guideline.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).guideline.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

export const GuidelineResultPayload = builder.objectRef<{ id: string }>('GuidelineResultPayload').implement({
  description: 'ผลตามตัวชี้วัดหลังการเปลี่ยนแปลง · The result by indicator after the change.',
  fields: (t) => ({
    indicatorResult: t.prismaField({
      type: GuidelineResult,
      description: 'ผลตามตัวชี้วัด · The result.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).guidelineResult.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
