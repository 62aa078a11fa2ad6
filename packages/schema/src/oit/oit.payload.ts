import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { OitItem } from './oit-item.type.ts';

export const OitItemPayload = builder.objectRef<{ id: string }>('OitItemPayload').implement({
  description: 'ข้อ OIT หลังการเปลี่ยนแปลง · The item of the OIT after the change.',
  fields: (t) => ({
    oitItem: t.prismaField({
      type: OitItem,
      description: 'ข้อ OIT · The item.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).oitItem.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
