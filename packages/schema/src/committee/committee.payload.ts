import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Committee } from './committee.type.ts';

export const CommitteePayload = builder.objectRef<{ id: string }>('CommitteePayload').implement({
  description: 'คณะกรรมการหลังการเปลี่ยนแปลง · The committee after the change.',
  fields: (t) => ({
    committee: t.prismaField({
      type: Committee,
      description: 'คณะกรรมการ · The committee.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).committee.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
