import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { ItaAssessment } from './assessment.type.ts';

export const ItaAssessmentPayload = builder.objectRef<{ id: string }>('ItaAssessmentPayload').implement({
  description: 'ผลการประเมินหลังการเปลี่ยนแปลง · The ITA result after the change.',
  fields: (t) => ({
    assessment: t.prismaField({
      type: ItaAssessment,
      description: 'ผลการประเมิน · The result.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).itaAssessment.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
