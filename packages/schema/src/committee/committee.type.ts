import { Agency } from '../agency/agency.type.ts';
import { delegationOrderById } from '../delegation/delegation.loader.ts';
import { DelegationOrder } from '../delegation/orders/order.type.ts';
import { EntryStatus, PublicationChannel } from '../entry/entry.enums.ts';
import { entryOpenActs } from '../entry/entry-fields.ts';
import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import { CommitteeKind, CommitteeRole } from './committee.enums.ts';

builder.prismaNode('CommitteeMember', {
  ...recordNode,
  fields: (t) => ({
    sortOrder: t.exposeInt('sortOrder'),
    position: t.relation('position'),
    role: t.expose('role', { type: CommitteeRole }),
    validFrom: t.expose('validFrom', { type: 'Date', nullable: true }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true }),
    version: t.exposeInt('version', { description: 'รุ่นของข้อมูล · Version of the seat.' }),
  }),
});

export const Committee = builder.prismaNode('Committee', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency that owns the committee.' }),
    kind: t.expose('kind', { type: CommitteeKind }),
    nameTh: t.exposeString('nameTh'),
    nameEn: t.exposeString('nameEn', { nullable: true }),
    order: t.field({
      type: DelegationOrder,
      nullable: true,
      description:
        'คำสั่งแต่งตั้งในทะเบียน · The order of the registry that appoints it; null when there is none or the viewer may not see it.',
      select: { orderId: true },
      resolve: ({ orderId }, _args, context, info) => delegationOrderById(orderId, context, info),
    }),
    orderPrinted: t.exposeString('orderPrinted', { nullable: true }),
    validFrom: t.expose('validFrom', { type: 'Date' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true }),
    dutiesTh: t.exposeString('dutiesTh', { nullable: true }),
    members: t.relation('members', {
      description: 'กรรมการตามตำแหน่ง ตามลำดับ · Its seats, by position, in order.',
      query: { orderBy: { sortOrder: 'asc' } },
      listSize: most.partsOfProject,
    }),
    noteTh: t.exposeString('noteTh', { nullable: true }),
    status: t.expose('status', { type: EntryStatus }),
    publishedOn: t.expose('publishedOn', { type: 'Date', nullable: true }),
    publicationChannels: t.expose('publicationChannels', { type: [PublicationChannel], listSize: 12 }),
    publicationAddress: t.exposeString('publicationAddress', { nullable: true }),
    openActs: t.field(entryOpenActs),
    origin: t.expose('origin', { type: Origin }),
    sourceDocument: t.exposeString('sourceDocument', { nullable: true }),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'แก้ไขล่าสุด · Last change.' }),
  }),
});

export const CommitteeConnection = builder.connectionObject({ type: Committee, name: 'CommitteeConnection' });

const subject = { th: 'คณะกรรมการ', en: 'committees' };

export const CommitteeWhere = whereInput('CommitteeWhere', subject, {}, { loaded: ['order'] });

export const CommitteeOrder = orderInput('CommitteeOrder', subject, {
  nameTh: 'ชื่อไทยตามพจนานุกรม · Thai name, by the Thai dictionary.',
  validFrom: 'วันแรก · First day.',
  status: 'สถานะ · Status.',
  updatedAt: 'แก้ไขล่าสุด · Last change.',
});

export const committeeList: ListPolicy = {
  model: 'Committee',
  shape: shapeOf('Committee'),
  defaultOrder: { validFrom: 'desc' },
};

builder.prismaObjectFields(Agency, (t) => ({
  committees: t.relatedConnection(
    'committees',
    {
      ...relatedList(committeeList),
      nullable: true,
      description: 'คณะกรรมการของหน่วยงาน · Committees of the agency that the viewer may see, newest first.',
      args: listArguments(CommitteeWhere, CommitteeOrder),
    },
    CommitteeConnection,
  ),
}));
