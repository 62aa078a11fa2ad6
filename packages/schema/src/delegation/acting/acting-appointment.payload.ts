import { builder } from '../../graphql/builder.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { ActingAppointment } from './acting-appointment.type.ts';

export const ActingAppointmentPayload = builder.objectRef<{ id: string }>('ActingAppointmentPayload').implement({
  description: 'การแทนหลังการเปลี่ยนแปลง · The acting appointment after the change.',
  fields: (t) => ({
    actingAppointment: t.prismaField({
      type: ActingAppointment,
      description: 'การแทน · The appointment.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).actingAppointment.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
