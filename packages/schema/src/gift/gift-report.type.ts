import { Agency, AgencyWhere } from '../agency/agency.type.ts';
import { EntryStatus } from '../entry/entry.enums.ts';
import { confidentialOpenActs } from '../entry/entry-fields.ts';
import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { orderedArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import { BenefitKind, GiftOccasion, GiftOutcome, GiftValueBand, GiverKind } from './gift.enums.ts';

export const GiftReport = builder.prismaNode('GiftReport', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency that reports it.' }),
    position: t.relation('position'),
    offeredOn: t.expose('offeredOn', { type: 'Date' }),
    receivedOn: t.expose('receivedOn', { type: 'Date', nullable: true }),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear' }),
    half: t.exposeInt('half'),
    giver: t.expose('giver', { type: GiverKind }),
    benefit: t.expose('benefit', { type: BenefitKind }),
    occasion: t.expose('occasion', { type: GiftOccasion }),
    valueBand: t.expose('valueBand', { type: GiftValueBand }),
    outcome: t.expose('outcome', { type: GiftOutcome }),
    settledOn: t.expose('settledOn', { type: 'Date', nullable: true }),
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

export const GiftReportConnection = builder.connectionObject({ type: GiftReport, name: 'GiftReportConnection' });

const subject = { th: 'รายงานการรับหรือถูกเสนอของขวัญ', en: 'gift reports' };

export const GiftReportWhere = whereInput('GiftReportWhere', subject, { agency: AgencyWhere });

export const GiftReportOrder = orderInput('GiftReportOrder', subject, {
  offeredOn: 'วันที่ถูกเสนอ · Day of the offer.',
  updatedAt: 'แก้ไขล่าสุด · Last change.',
});

export const giftReportList: ListPolicy = {
  model: 'GiftReport',
  shape: shapeOf('GiftReport'),
  defaultOrder: { offeredOn: 'desc' },
};

builder.prismaObjectFields(Agency, (t) => ({
  giftReports: t.relatedConnection(
    'giftReports',
    {
      ...relatedList(giftReportList),
      nullable: true,
      description:
        'รายงานการรับหรือถูกเสนอของขวัญของหน่วยงาน · Gift reports of the agency that the viewer may see, newest first.',
      args: orderedArguments(GiftReportWhere, GiftReportOrder),
    },
    GiftReportConnection,
  ),
}));
