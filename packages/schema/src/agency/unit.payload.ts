import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Unit } from './agency.type.ts';

export const UnitPayload = builder.objectRef<{ unitId: string }>('UnitPayload').implement({
  description: 'ส่วนราชการภายในหลังการเปลี่ยนแปลง · The unit after the change.',
  fields: (t) => ({
    unit: t.prismaField({
      type: Unit,
      description: 'ส่วนราชการภายใน · The unit.',
      resolve: (query, { unitId }, _args, context) =>
        agencyDb(context).unit.findUniqueOrThrow({ ...query, where: { id: unitId } }),
    }),
  }),
});
