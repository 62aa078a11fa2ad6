import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Finding } from './finding.type.ts';

export const FindingPayload = builder.objectRef<{ findingId: string }>('FindingPayload').implement({
  description: 'ข้อสังเกตหลังการเปลี่ยนแปลง · The finding after the change.',
  fields: (t) => ({
    finding: t.prismaField({
      type: Finding,
      description: 'ข้อสังเกต · The finding.',
      resolve: (query, { findingId }, _args, context) =>
        agencyDb(context).finding.findUniqueOrThrow({ ...query, where: { id: findingId } }),
    }),
  }),
});
