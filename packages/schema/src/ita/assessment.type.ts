import { Agency } from '../agency/agency.type.ts';
import { EntryStatus, PublicationChannel } from '../entry/entry.enums.ts';
import { entryOpenActs } from '../entry/entry-fields.ts';
import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { orderedArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';

export const ItaAssessment = builder.prismaNode('ItaAssessment', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานที่ได้รับการประเมิน · The agency that was assessed.' }),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear' }),
    ruleSet: t.relation('ruleSet'),
    totalPrinted: t.exposeString('totalPrinted', { nullable: true }),
    gradePrinted: t.exposeString('gradePrinted', { nullable: true }),
    total: t.expose('total', { type: 'Decimal', nullable: true }),
    gradeCode: t.exposeString('gradeCode', { nullable: true }),
    announcementUrl: t.exposeString('announcementUrl', { nullable: true }),
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

export const ItaAssessmentConnection = builder.connectionObject({
  type: ItaAssessment,
  name: 'ItaAssessmentConnection',
});

const subject = { th: 'ผลการประเมินคุณธรรมและความโปร่งใส', en: 'ITA results' };

export const ItaAssessmentWhere = whereInput('ItaAssessmentWhere', subject, {});

export const ItaAssessmentOrder = orderInput('ItaAssessmentOrder', subject, {
  fiscalYear: 'ปีงบประมาณ · Fiscal year.',
  total: 'คะแนนรวม ที่ไม่มีคะแนนอยู่ท้าย · Total score; those without one last.',
  status: 'สถานะ · Status.',
  updatedAt: 'แก้ไขล่าสุด · Last change.',
});

export const itaAssessmentList: ListPolicy = {
  model: 'ItaAssessment',
  shape: shapeOf('ItaAssessment'),
  defaultOrder: { fiscalYear: 'desc' },
};

builder.prismaObjectFields(Agency, (t) => ({
  itaAssessments: t.relatedConnection(
    'itaAssessments',
    {
      ...relatedList(itaAssessmentList),
      nullable: true,
      description: 'ผลการประเมิน ITA ของหน่วยงาน · ITA results of the agency that the viewer may see, latest year first.',
      args: orderedArguments(ItaAssessmentWhere, ItaAssessmentOrder),
    },
    ItaAssessmentConnection,
  ),
}));
