import { Agency, AgencyWhere } from '../agency/agency.type.ts';
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
import { DeclarationForm, DeclarationKind, YearBasis } from './declaration.enums.ts';

export const Declaration = builder.prismaNode('Declaration', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency that declares it.' }),
    kind: t.expose('kind', { type: DeclarationKind }),
    form: t.expose('form', { type: DeclarationForm }),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear' }),
    yearBasis: t.expose('yearBasis', { type: YearBasis }),
    titleTh: t.exposeString('titleTh'),
    titleEn: t.exposeString('titleEn', { nullable: true }),
    textTh: t.exposeString('textTh', { nullable: true }),
    textEn: t.exposeString('textEn', { nullable: true }),
    textAddress: t.exposeString('textAddress', { nullable: true }),
    signatory: t.relation('signatory', { nullable: true }),
    signatoryPrinted: t.exposeString('signatoryPrinted', { nullable: true }),
    signedOn: t.expose('signedOn', { type: 'Date', nullable: true }),
    status: t.expose('status', {
      type: EntryStatus,
      description: 'สถานะ · Status: who sees it follows from it.',
    }),
    publishedPrinted: t.exposeBoolean('publishedPrinted', { nullable: true }),
    publishedOn: t.expose('publishedOn', { type: 'Date', nullable: true }),
    publicationChannels: t.expose('publicationChannels', {
      type: [PublicationChannel],
      listSize: most.channelsOfEntry,
    }),
    publicationAddress: t.exposeString('publicationAddress', { nullable: true }),
    acknowledgements: t.relation('acknowledgements', {
      query: { orderBy: [{ countedOn: 'asc' }, { id: 'asc' }] },
      listSize: most.unitsOfAgency,
    }),
    openActs: t.field(entryOpenActs),
    inferred: t.exposeStringList('inferred', { listSize: most.inferredFields }),
    noteTh: t.exposeString('noteTh', { nullable: true }),
    origin: t.expose('origin', { type: Origin }),
    sourceDocument: t.exposeString('sourceDocument', { nullable: true }),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'แก้ไขล่าสุด · Last change.' }),
  }),
});

export const DeclarationConnection = builder.connectionObject({ type: Declaration, name: 'DeclarationConnection' });

const subject = { th: 'ประกาศนโยบายและมาตรการ', en: 'declarations' };

export const DeclarationWhere = whereInput('DeclarationWhere', subject, { agency: AgencyWhere });

export const DeclarationOrder = orderInput('DeclarationOrder', subject, {
  fiscalYear: 'ปีที่ประกาศใช้ · Year for which it is declared.',
  signedOn: 'วันที่ลงนาม · Date of signature.',
  titleTh: 'ชื่อไทยตามพจนานุกรม · Thai title, by the Thai dictionary.',
  updatedAt: 'แก้ไขล่าสุด · Last change.',
});

export const declarationList: ListPolicy = {
  model: 'Declaration',
  shape: shapeOf('Declaration'),
  defaultOrder: { fiscalYear: 'desc' },
};

builder.prismaObjectFields(Agency, (t) => ({
  declarations: t.relatedConnection(
    'declarations',
    {
      ...relatedList(declarationList),
      nullable: true,
      description:
        'ประกาศนโยบายและมาตรการของหน่วยงาน · Declarations of the agency that the viewer may see, newest year first.',
      args: listArguments(DeclarationWhere, DeclarationOrder),
    },
    DeclarationConnection,
  ),
}));
