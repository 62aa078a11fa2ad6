import { Agency, Position } from '../agency/agency.type.ts';
import { EntryStatus } from '../entry/entry.enums.ts';
import { confidentialOpenActs } from '../entry/entry-fields.ts';
import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import { AuditFollowUp } from './internal-audit.enums.ts';
import { InternalAudit } from './internal-audit.type.ts';

export const AuditObservation = builder.prismaNode('AuditObservation', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency in which it was observed.' }),
    audit: t.relation('audit'),
    number: t.exposeInt('number'),
    observationTh: t.exposeString('observationTh'),
    recommendationTh: t.exposeString('recommendationTh'),
    unit: t.relation('unit', { nullable: true }),
    position: t.relation('position', { nullable: true }),
    dueOn: t.expose('dueOn', { type: 'Date' }),
    followUp: t.expose('followUp', { type: AuditFollowUp }),
    actionTh: t.exposeString('actionTh', { nullable: true }),
    actionOn: t.expose('actionOn', { type: 'Date', nullable: true }),
    status: t.expose('status', {
      type: EntryStatus,
      description:
        'สถานะ หน่วยงานอื่นและ ศปท.กทม. ไม่เห็นไม่ว่าสถานะใด · Status; the agency alone reads it, whatever the status.',
    }),
    openActs: t.field(confidentialOpenActs),
    origin: t.expose('origin', { type: Origin }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'แก้ไขล่าสุด · Last change.' }),
  }),
});

export const AuditObservationConnection = builder.connectionObject({
  type: AuditObservation,
  name: 'AuditObservationConnection',
});

const subject = { th: 'ข้อตรวจพบ', en: 'observations of internal audits' };

export const AuditObservationWhere = whereInput('AuditObservationWhere', subject, {});

export const AuditObservationOrder = orderInput('AuditObservationOrder', subject, {
  dueOn: 'กำหนดแล้วเสร็จ · Due day.',
  number: 'ลำดับในการตรวจสอบ · Number in its audit.',
  followUp: 'การติดตาม · How far it was followed.',
  updatedAt: 'แก้ไขล่าสุด · Last change.',
});

export const auditObservationList: ListPolicy = {
  model: 'AuditObservation',
  shape: shapeOf('AuditObservation'),
  defaultOrder: { dueOn: 'asc' },
};

const args = listArguments(AuditObservationWhere, AuditObservationOrder);

builder.prismaObjectFields(InternalAudit, (t) => ({
  observations: t.relatedConnection(
    'observations',
    {
      ...relatedList(auditObservationList),
      description:
        'ข้อตรวจพบ กำหนดใกล้สุดก่อน เห็นเฉพาะหน่วยงานเอง · What the audit observed, soonest due first; empty for everybody but its agency.',
      args,
    },
    AuditObservationConnection,
  ),
}));

builder.prismaObjectFields(Position, (t) => ({
  auditObservations: t.relatedConnection(
    'auditObservations',
    {
      ...relatedList(auditObservationList),
      nullable: true,
      description:
        'ข้อตรวจพบที่ตำแหน่งรับผิดชอบ กำหนดใกล้สุดก่อน · Observations for which the position is responsible, soonest due first.',
      args,
    },
    AuditObservationConnection,
  ),
}));

builder.prismaObjectFields(Agency, (t) => ({
  auditObservations: t.relatedConnection(
    'auditObservations',
    {
      ...relatedList(auditObservationList),
      nullable: true,
      description:
        'ข้อตรวจพบของหน่วยงาน กำหนดใกล้สุดก่อน · Observations of internal audits of the agency, soonest due first; for the agency alone.',
      args,
    },
    AuditObservationConnection,
  ),
}));
