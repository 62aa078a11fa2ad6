import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Agency } from './agency.type.ts';

/** What a removal from an agency returns: its owner. */
export const AgencyPayload = builder.objectRef<{ agencyId: string }>('AgencyPayload').implement({
  description: 'หน่วยงานหลังการเปลี่ยนแปลง · The agency after something of it was removed.',
  fields: (t) => ({
    agency: t.prismaField({
      type: Agency,
      description: 'หน่วยงาน · The agency.',
      resolve: (query, { agencyId }, _args, context) =>
        agencyDb(context).agency.findUniqueOrThrow({ ...query, where: { id: agencyId } }),
    }),
  }),
});
