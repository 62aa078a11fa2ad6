import { builder } from '../../graphql/builder.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { StatutoryPower } from './power.type.ts';

export const StatutoryPowerPayload = builder.objectRef<{ powerId: string }>('StatutoryPowerPayload').implement({
  description: 'อำนาจตามกฎหมายหลังการเปลี่ยนแปลง · The statutory power after the change.',
  fields: (t) => ({
    statutoryPower: t.prismaField({
      type: StatutoryPower,
      description: 'อำนาจ · The power.',
      resolve: (query, { powerId }, _args, context) =>
        agencyDb(context).statutoryPower.findUniqueOrThrow({ ...query, where: { id: powerId } }),
    }),
  }),
});
