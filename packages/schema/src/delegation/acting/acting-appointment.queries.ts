import { builder } from '../../graphql/builder.ts';
import { listArguments } from '../../graphql/paging/list-arguments.ts';
import { rootList } from '../../graphql/paging/record-lists.ts';
import {
  ActingAppointment,
  ActingAppointmentConnection,
  ActingAppointmentOrder,
  ActingAppointmentWhere,
  actingAppointmentList,
} from './acting-appointment.type.ts';

const appointments = rootList((db) => db.actingAppointment, actingAppointmentList);

builder.queryFields((t) => ({
  actingAppointments: t.prismaConnection(
    {
      type: ActingAppointment,
      ...appointments,
      nullable: true,
      description:
        'การรักษาราชการแทนและปฏิบัติราชการแทนที่ผู้ใช้เห็นได้ ใหม่สุดก่อน · Acting appointments that the viewer may see, newest first. For members of agencies, the centre and analysts. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(ActingAppointmentWhere, ActingAppointmentOrder),
    },
    ActingAppointmentConnection,
  ),
}));
