import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Membership } from './membership.type.ts';

export const MembershipPayload = builder.objectRef<{ membershipId: string }>('MembershipPayload').implement({
  description: 'สมาชิกภาพหลังการเปลี่ยนแปลง · The membership after the change.',
  fields: (t) => ({
    membership: t.prismaField({
      type: Membership,
      description: 'สมาชิกภาพ · The membership.',
      resolve: (query, { membershipId }, _args, context) =>
        agencyDb(context).membership.findUniqueOrThrow({ ...query, where: { id: membershipId } }),
    }),
  }),
});
