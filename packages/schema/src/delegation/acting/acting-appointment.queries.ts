import { builder } from '../../graphql/builder.ts';
import { countedList } from '../../graphql/paging/counted-list.ts';
import { listArguments } from '../../graphql/paging/list-arguments.ts';
import { pagesOf } from '../../graphql/paging/pages-of.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import {
  ActingAppointment,
  ActingAppointmentConnection,
  ActingAppointmentOrder,
  ActingAppointmentWhere,
  actingAppointmentList,
} from './acting-appointment.type.ts';

const appointments = countedList((context) => agencyDb(context).actingAppointment, actingAppointmentList);

builder.queryFields((t) => ({
  actingAppointments: t.prismaConnection(
    {
      type: ActingAppointment,
      cursor: 'id',
      extensions: pagesOf(actingAppointmentList),
      nullable: true,
      description:
        'การรักษาราชการแทนและปฏิบัติราชการแทนที่ผู้ใช้เห็นได้ ใหม่สุดก่อน · Acting appointments that the viewer may see, newest first. For members of agencies, the centre and analysts. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(ActingAppointmentWhere, ActingAppointmentOrder),
      totalCount: appointments.totalCount,
      resolve: (query, _root, args, context, info) =>
        agencyDb(context).actingAppointment.findMany({ ...query, ...appointments.page(query, args, context, info) }),
    },
    ActingAppointmentConnection,
  ),
}));
