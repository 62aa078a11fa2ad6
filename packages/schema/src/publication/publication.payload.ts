import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { PublicItem } from './publication.type.ts';

export const PublicItemPayload = builder.objectRef<{ id: string }>('PublicItemPayload').implement({
  description: 'ข้อมูลที่เผยแพร่หลังการเปลี่ยนแปลง · The public item after the change.',
  fields: (t) => ({
    publicItem: t.prismaField({
      type: PublicItem,
      description: 'ข้อมูลที่เผยแพร่ · The public item.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).publicItem.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
