import { Agency, AgencyWhere } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { orderedArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import { editionAddress } from '../lifecycle/editions/edition.logic.ts';
import { todayFor } from '../tenancy/moment.ts';
import { OitAnswer, OitAppealResult, OitItemState, OitReviewResult } from './oit.enums.ts';
import { isAnswerCurrent, stateOf } from './oit-answer.logic.ts';

export const OitItem = builder.prismaNode('OitItem', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงาน · The agency.' }),
    checklistItem: t.relation('checklistItem'),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear' }),
    state: t.field({
      type: OitItemState,
      description: 'สถานะ · How far it has come.',
      select: { answer: true, reviewResult: true, appealedOn: true, appealResult: true },
      resolve: stateOf,
    }),
    answer: t.expose('answer', { type: OitAnswer }),
    edition: t.relation('edition', { nullable: true }),
    declaration: t.relation('declaration', { nullable: true }),
    publicItem: t.relation('publicItem', { nullable: true }),
    address: t.string({
      nullable: true,
      description:
        'ที่อยู่ของคำตอบ · Where the answer is read: the address of a page, a place, or the path of an edition on this server; null where it is unanswered.',
      select: { address: true, editionId: true },
      resolve: ({ address, editionId }) => address ?? (editionId && editionAddress(editionId)),
    }),
    publishedOn: t.expose('publishedOn', { type: 'Date', nullable: true }),
    currentOn: t.expose('currentOn', { type: 'Date', nullable: true }),
    coversYear: t.exposeBoolean('coversYear'),
    isPublished: t.exposeBoolean('isPublished'),
    isUpToDate: t.boolean({
      description:
        'เป็นปัจจุบันหรือไม่ ตามหลักเกณฑ์ของทะเบียน: เผยแพร่อยู่ เป็นของปีที่ประเมิน และปรับปรุงภายใน 12 เดือน · Whether the answer is up to date, by a rule of the registry’s own: it is published, about the year that is assessed, and was current within 12 months of today or, once that year is over, of its end.',
      select: { isPublished: true, coversYear: true, currentOn: true, fiscalYear: true },
      resolve: (item, _args, context) => isAnswerCurrent(item, todayFor(context)),
    }),
    noteTh: t.exposeString('noteTh', { nullable: true }),
    reviewResult: t.expose('reviewResult', { type: OitReviewResult, nullable: true }),
    reviewedOn: t.expose('reviewedOn', { type: 'Date', nullable: true }),
    reviewNoteTh: t.exposeString('reviewNoteTh', { nullable: true }),
    appealedOn: t.expose('appealedOn', { type: 'Date', nullable: true }),
    appealTextTh: t.exposeString('appealTextTh', { nullable: true }),
    appealResult: t.expose('appealResult', { type: OitAppealResult, nullable: true }),
    appealDecidedOn: t.expose('appealDecidedOn', { type: 'Date', nullable: true }),
    appealNoteTh: t.exposeString('appealNoteTh', { nullable: true }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'แก้ไขล่าสุด · Last change.' }),
  }),
});

export const OitItemConnection = builder.connectionObject({ type: OitItem, name: 'OitItemConnection' });

const subject = { th: 'ข้อ OIT ของหน่วยงาน', en: 'items of the OIT' };

export const OitItemWhere = whereInput('OitItemWhere', subject, { agency: AgencyWhere });

export const OitItemOrder = orderInput('OitItemOrder', subject, {
  fiscalYear: 'ปีงบประมาณของรอบ · Fiscal year of the round.',
  publishedOn: 'วันที่เผยแพร่คำตอบ · Day since when the answer has been public.',
  reviewedOn: 'วันที่แจ้งผลการตรวจ · Day on which the reviewer gave the result.',
  updatedAt: 'แก้ไขล่าสุด · Last change.',
});

export const oitItemList: ListPolicy = {
  model: 'OitItem',
  shape: shapeOf('OitItem'),
  defaultOrder: { fiscalYear: 'desc' },
};

builder.prismaObjectFields(Agency, (t) => ({
  oitItems: t.relatedConnection(
    'oitItems',
    {
      ...relatedList(oitItemList),
      nullable: true,
      description:
        'ข้อ OIT ของหน่วยงาน พร้อมคำตอบ ผลการตรวจ และการอุทธรณ์ · Items of the OIT of the agency that the viewer may see, with what answers each, also those without an answer; latest year first.',
      args: orderedArguments(OitItemWhere, OitItemOrder),
    },
    OitItemConnection,
  ),
}));
