import { Agency } from '../agency/agency.type.ts';
import { EntryStatus, PublicationChannel } from '../entry/entry.enums.ts';
import { entryOpenActs } from '../entry/entry-fields.ts';
import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import { DisclosureTopic } from './publication.enums.ts';

export const PublicItem = builder.prismaNode('PublicItem', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency that makes it public.' }),
    topic: t.expose('topic', { type: DisclosureTopic }),
    titleTh: t.exposeString('titleTh'),
    titleEn: t.exposeString('titleEn', { nullable: true }),
    summaryMonth: t.expose('summaryMonth', { type: 'Date', nullable: true }),
    currentOn: t.expose('currentOn', { type: 'Date' }),
    unit: t.relation('unit', { nullable: true }),
    oitTopic: t.relation('oitTopic', { nullable: true }),
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

export const PublicItemConnection = builder.connectionObject({ type: PublicItem, name: 'PublicItemConnection' });

const subject = { th: 'ข้อมูลที่เผยแพร่', en: 'public items' };

export const PublicItemWhere = whereInput('PublicItemWhere', subject, {});

export const PublicItemOrder = orderInput('PublicItemOrder', subject, {
  currentOn: 'เป็นปัจจุบัน ณ วันที่ · Day up to which it is current.',
  summaryMonth: 'เดือนที่สรุป · Month of a procurement summary.',
  titleTh: 'ชื่อไทยตามพจนานุกรม · Thai title, by the Thai dictionary.',
  status: 'สถานะ · Status.',
  updatedAt: 'แก้ไขล่าสุด · Last change.',
});

export const publicItemList: ListPolicy = {
  model: 'PublicItem',
  shape: shapeOf('PublicItem'),
  defaultOrder: { currentOn: 'desc' },
};

builder.prismaObjectFields(Agency, (t) => ({
  publicItems: t.relatedConnection(
    'publicItems',
    {
      ...relatedList(publicItemList),
      nullable: true,
      description:
        'ข้อมูลที่หน่วยงานเผยแพร่ · What the agency makes public, as far as the viewer may see it, most current first.',
      args: listArguments(PublicItemWhere, PublicItemOrder),
    },
    PublicItemConnection,
  ),
}));
