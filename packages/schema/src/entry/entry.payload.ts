import { Agency } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';

export const DiscardEntryPayload = builder.objectRef<{ agencyId: string }>('DiscardEntryPayload').implement({
  description: 'หน่วยงานหลังยกเลิกร่าง · The agency after its draft is gone.',
  fields: (t) => ({
    agency: t.prismaField({
      type: Agency,
      description: 'หน่วยงาน · The agency.',
      resolve: (query, { agencyId }, _args, context) =>
        agencyDb(context).agency.findUniqueOrThrow({ ...query, where: { id: agencyId } }),
    }),
  }),
});
