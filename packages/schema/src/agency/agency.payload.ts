import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Agency } from './agency.type.ts';

/** What acts on an agency return, and removals from one: the agency. */
export const AgencyPayload = builder.objectRef<{ agencyId: string }>('AgencyPayload').implement({
  description: 'หน่วยงานหลังการเปลี่ยนแปลง · The agency after the change.',
  fields: (t) => ({
    agency: t.prismaField({
      type: Agency,
      description: 'หน่วยงาน · The agency.',
      resolve: (query, { agencyId }, _args, context) =>
        agencyDb(context).agency.findUniqueOrThrow({ ...query, where: { id: agencyId } }),
    }),
  }),
});
