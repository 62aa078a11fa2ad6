import { Agency } from '../agency/agency.type.ts';
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

export const InternalAudit = builder.prismaNode('InternalAudit', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency whose audit it is.' }),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear' }),
    topicTh: t.exposeString('topicTh'),
    topicEn: t.exposeString('topicEn', { nullable: true }),
    unit: t.relation('unit', { nullable: true }),
    plannedMonth: t.expose('plannedMonth', { type: 'Date' }),
    heldFrom: t.expose('heldFrom', { type: 'Date', nullable: true }),
    heldTo: t.expose('heldTo', { type: 'Date', nullable: true }),
    noteTh: t.exposeString('noteTh', { nullable: true }),
    status: t.expose('status', {
      type: EntryStatus,
      description:
        'สถานะ ศปท.กทม. เห็นเมื่อผู้อนุมัติยืนยันแล้ว นักวิเคราะห์ไม่เห็น · Status: once an approver confirmed it the centre sees it, and analysts never do.',
    }),
    openActs: t.field(confidentialOpenActs),
    origin: t.expose('origin', { type: Origin }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'แก้ไขล่าสุด · Last change.' }),
  }),
});

export const InternalAuditConnection = builder.connectionObject({
  type: InternalAudit,
  name: 'InternalAuditConnection',
});

const subject = { th: 'การตรวจสอบภายใน', en: 'internal audits' };

export const InternalAuditWhere = whereInput('InternalAuditWhere', subject, {});

export const InternalAuditOrder = orderInput('InternalAuditOrder', subject, {
  plannedMonth: 'เดือนที่วางแผน · Month for which it is planned.',
  heldFrom: 'วันแรกที่ตรวจ · First day of the audit.',
  topicTh: 'เรื่องที่ตรวจตามพจนานุกรม · What is audited, by the Thai dictionary.',
  status: 'สถานะ · Status.',
  updatedAt: 'แก้ไขล่าสุด · Last change.',
});

export const internalAuditList: ListPolicy = {
  model: 'InternalAudit',
  shape: shapeOf('InternalAudit'),
  defaultOrder: { plannedMonth: 'desc' },
};

builder.prismaObjectFields(Agency, (t) => ({
  internalAudits: t.relatedConnection(
    'internalAudits',
    {
      ...relatedList(internalAuditList),
      nullable: true,
      description:
        'การตรวจสอบภายในของหน่วยงาน · Internal audits of the agency that the viewer may see, latest month first.',
      args: listArguments(InternalAuditWhere, InternalAuditOrder),
    },
    InternalAuditConnection,
  ),
}));
