import { Agency } from '../../agency/agency.type.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { builder } from '../../graphql/builder.ts';
import { Origin } from '../../graphql/enums.ts';
import { orderInput, whereInput } from '../../graphql/filters/inputs.ts';
import { shapeOf, stateOf } from '../../graphql/filters/shape.ts';
import { enumFilter } from '../../graphql/filters/value-filters.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { recordNode } from '../../graphql/nodes.ts';
import { onTheDay } from '../../graphql/on-the-day.ts';
import type { ListPolicy } from '../../graphql/paging/connection.ts';
import { listArguments } from '../../graphql/paging/list-arguments.ts';
import { relatedList } from '../../graphql/paging/record-lists.ts';
import { AnnouncementKind, SignerCapacity } from '../../lifecycle/announcements/announcement.enums.ts';
import { recordVersion } from '../../lifecycle/record/record-version.logic.ts';
import { DelegationOrderKind, DelegationOrderStatus } from '../delegation.enums.ts';
import { shownOrderStatus, shownOrderStatuses, whereOrderShown } from './order-status.logic.ts';

export const DelegationOrder = builder.prismaNode('DelegationOrder', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency that owns the order.' }),
    kind: t.expose('kind', { type: DelegationOrderKind }),
    orderNo: t.exposeString('orderNo', { nullable: true }),
    year: t.exposeInt('year', { nullable: true }),
    titleTh: t.exposeString('titleTh'),
    signedOn: t.expose('signedOn', { type: 'Date', nullable: true }),
    signedByPosition: t.relation('signedByPosition', { nullable: true }),
    signedUnder: t.relation('signedUnder', { nullable: true }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'Date' }),
    effectiveTo: t.expose('effectiveTo', { type: 'Date', nullable: true }),
    legalBasisTh: t.exposeString('legalBasisTh', { nullable: true }),
    status: t.field({
      type: DelegationOrderStatus,
      description: 'สถานะในวันนี้ · Status today in Bangkok.',
      select: { status: true, effectiveFrom: true, effectiveTo: true },
      resolve: onTheDay((order, today) => shownOrderStatus(order, today)),
    }),
    circularNo: t.exposeString('circularNo', { nullable: true }),
    circularOn: t.expose('circularOn', { type: 'Date', nullable: true }),
    announcedThrough: t.exposeString('announcedThrough', { nullable: true }),
    announcedOn: t.expose('announcedOn', { type: 'Date', nullable: true }),
    announcementKind: t.expose('announcementKind', { type: AnnouncementKind, nullable: true }),
    announcementNo: t.exposeString('announcementNo', { nullable: true }),
    announcementSignedBy: t.relation('announcementSignedBy', { nullable: true }),
    announcementSignerCapacity: t.expose('announcementSignerCapacity', { type: SignerCapacity, nullable: true }),
    announcementAddress: t.exposeString('announcementAddress', { nullable: true }),
    endedOn: t.expose('endedOn', { type: 'Date', nullable: true }),
    powers: t.relation('powers', {
      description: 'อำนาจที่มอบ · Powers, by line.',
      query: { orderBy: { lineNo: 'asc' } },
      listSize: most.linesOfOrder,
    }),
    monthlyReports: t.relation('monthlyReports', {
      description: `รายงานประจำเดือน (ล่าสุดไม่เกิน ${most.reportsShown}) · Monthly reports, the newest ${most.reportsShown}, in order of time.`,
      query: { orderBy: [{ month: 'asc' }, { id: 'asc' }], take: -most.reportsShown },
      listSize: most.reportsShown,
    }),
    origin: t.expose('origin', { type: Origin }),
    sourceDocument: t.exposeString('sourceDocument', { nullable: true }),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
    version: t.int(recordVersion),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'แก้ไขล่าสุด · Last change.' }),
  }),
});

export const DelegationOrderConnection = builder.connectionObject({
  type: DelegationOrder,
  name: 'DelegationOrderConnection',
});

export const DelegationOrderWhere = whereInput(
  'DelegationOrderWhere',
  { th: 'คำสั่งมอบอำนาจ', en: 'delegation orders' },
  { status: enumFilter('DelegationOrderStatusFilter', DelegationOrderStatus) },
  { loaded: ['supersededBy'] },
);

export const DelegationOrderOrder = orderInput(
  'DelegationOrderOrder',
  { th: 'คำสั่งมอบอำนาจ', en: 'delegation orders' },
  {
    effectiveFrom: 'วันมีผล · First day in force.',
    effectiveTo: 'วันสิ้นสุด ที่ไม่มีกำหนดอยู่ท้าย · Last day in force; open-ended ones last.',
    year: 'ปีของคำสั่ง · Year of the order.',
    orderNo: 'เลขที่ · Number.',
    updatedAt: 'แก้ไขล่าสุด · Last change.',
  },
);

export const delegationOrderList: ListPolicy = {
  model: 'DelegationOrder',
  defaultOrder: { effectiveFrom: 'desc' },
  shape: shapeOf('DelegationOrder', {
    status: stateOf(shownOrderStatuses, (statuses) => whereOrderShown(statuses, todayInBangkok())),
  }),
};

builder.prismaObjectFields(Agency, (t) => ({
  delegationOrders: t.relatedConnection(
    'delegationOrders',
    {
      ...relatedList(delegationOrderList),
      nullable: true,
      description: 'คำสั่งมอบอำนาจของหน่วยงาน · Delegation orders of the agency that the viewer may see, newest first.',
      args: listArguments(DelegationOrderWhere, DelegationOrderOrder),
    },
    DelegationOrderConnection,
  ),
}));
