import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { RiskRegister } from './register.type.ts';

export const RiskRegisterPayload = builder.objectRef<{ id: string }>('RiskRegisterPayload').implement({
  description: 'ทะเบียนความเสี่ยงหลังการเปลี่ยนแปลง · The risk register after the change.',
  fields: (t) => ({
    riskRegister: t.prismaField({
      type: RiskRegister,
      description: 'ทะเบียนความเสี่ยง · The risk register.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).riskRegister.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
