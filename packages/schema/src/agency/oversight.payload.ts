import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Oversight } from './oversight.type.ts';

export const OversightPayload = builder.objectRef<{ id: string }>('OversightPayload').implement({
  description: 'การกำกับดูแลหลังการเปลี่ยนแปลง · The oversight after the change.',
  fields: (t) => ({
    oversight: t.prismaField({
      type: Oversight,
      description: 'การกำกับดูแล · The oversight.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).oversight.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
