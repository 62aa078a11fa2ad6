import { Agency } from '../../agency/agency.type.ts';
import { builder } from '../../graphql/builder.ts';
import { Origin } from '../../graphql/enums.ts';
import { orderInput, whereInput } from '../../graphql/filters/inputs.ts';
import { shapeOf } from '../../graphql/filters/shape.ts';
import { recordNode } from '../../graphql/nodes.ts';
import type { ListPolicy } from '../../graphql/paging/connection.ts';
import { listArguments } from '../../graphql/paging/list-arguments.ts';
import { relatedList } from '../../graphql/paging/record-lists.ts';
import { ActingCapacity } from '../delegation.enums.ts';

export const ActingAppointment = builder.prismaNode('ActingAppointment', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency of both positions.' }),
    position: t.relation('position'),
    actsFor: t.relation('actsFor'),
    capacity: t.expose('capacity', { type: ActingCapacity }),
    validFrom: t.expose('validFrom', { type: 'Date' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true }),
    basisTh: t.exposeString('basisTh'),
    origin: t.expose('origin', { type: Origin }),
    version: t.exposeInt('version'),
  }),
});

export const ActingAppointmentConnection = builder.connectionObject({
  type: ActingAppointment,
  name: 'ActingAppointmentConnection',
});

const subject = { th: 'การรักษาราชการแทนหรือปฏิบัติราชการแทน', en: 'acting appointments' };

export const ActingAppointmentWhere = whereInput('ActingAppointmentWhere', subject, {});

export const ActingAppointmentOrder = orderInput('ActingAppointmentOrder', subject, {
  validFrom: 'วันแรก · First day.',
  validTo: 'วันสุดท้าย ที่ไม่มีกำหนดอยู่ท้าย · Last day; open-ended ones last.',
});

export const actingAppointmentList: ListPolicy = {
  model: 'ActingAppointment',
  defaultOrder: { validFrom: 'desc' },
  shape: shapeOf('ActingAppointment', {}),
};

builder.prismaObjectFields(Agency, (t) => ({
  actingAppointments: t.relatedConnection(
    'actingAppointments',
    {
      ...relatedList(actingAppointmentList),
      nullable: true,
      description:
        'การรักษาราชการแทนและปฏิบัติราชการแทนในหน่วยงาน · Acting appointments of the agency, newest first. For members of the agency, the centre and analysts. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(ActingAppointmentWhere, ActingAppointmentOrder),
    },
    ActingAppointmentConnection,
  ),
}));
