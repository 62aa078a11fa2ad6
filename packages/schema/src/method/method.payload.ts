import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { RiskMethod } from './method.type.ts';

export const RiskMethodPayload = builder.objectRef<{ id: string }>('RiskMethodPayload').implement({
  description: 'วิธีประเมินที่เพิ่ม · The method that was added.',
  fields: (t) => ({
    riskMethod: t.prismaField({
      type: RiskMethod,
      description: 'วิธีประเมิน · The method.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).riskMethod.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
