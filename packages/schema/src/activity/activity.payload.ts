import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { IntegrityActivity } from './activity.type.ts';

export const IntegrityActivityPayload = builder.objectRef<{ id: string }>('IntegrityActivityPayload').implement({
  description: 'กิจกรรมหลังการเปลี่ยนแปลง · The activity after the change.',
  fields: (t) => ({
    activity: t.prismaField({
      type: IntegrityActivity,
      description: 'กิจกรรม · The activity.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).integrityActivity.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
