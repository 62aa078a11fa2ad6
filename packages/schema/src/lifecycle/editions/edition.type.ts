import { Agency } from '../../agency/agency.type.ts';
import { builder } from '../../graphql/builder.ts';
import { orderInput, whereInput } from '../../graphql/filters/inputs.ts';
import { shapeOf } from '../../graphql/filters/shape.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { recordNode } from '../../graphql/nodes.ts';
import type { ListPolicy } from '../../graphql/paging/connection.ts';
import { listArguments } from '../../graphql/paging/list-arguments.ts';
import { relatedList } from '../../graphql/paging/record-lists.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { AnnouncementKind, SignerCapacity } from '../announcements/announcement.enums.ts';
import { RecordKind } from '../lifecycle.enums.ts';
import { changesOf } from './content-changes.logic.ts';
import { editionAddress } from './edition.logic.ts';
import { RecordChange } from './record-change.type.ts';
import { storedContent } from './stored-content.logic.ts';

/** What the content of an edition costs: it holds a whole record, as large as a page of its parts. */
const EDITION_WEIGHT = 100;

export const Edition = builder.prismaNode('Edition', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานที่เผยแพร่ · The agency that published it.' }),
    kind: t.expose('kind', { type: RecordKind }),
    number: t.exposeInt('number'),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear' }),
    titleTh: t.exposeString('titleTh'),
    noteTh: t.exposeString('noteTh', { nullable: true }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime' }),
    announcementKind: t.expose('announcementKind', { type: AnnouncementKind, nullable: true }),
    announcementNo: t.exposeString('announcementNo', { nullable: true }),
    announcedOn: t.expose('announcedOn', { type: 'Date', nullable: true }),
    announcementSignerTitleTh: t.exposeString('announcementSignerTitleTh', { nullable: true }),
    announcementSignerCapacity: t.expose('announcementSignerCapacity', { type: SignerCapacity, nullable: true }),
    announcementAddress: t.exposeString('announcementAddress', { nullable: true }),
    contentHash: t.exposeString('contentHash'),
    content: t.exposeString('content', { weight: EDITION_WEIGHT }),
    address: t.string({
      description:
        'ที่อยู่สาธารณะถาวร เปิดได้โดยไม่ต้องลงชื่อเข้าใช้ · Stable public address on this server; it answers the content, whose SHA-256 is `contentHash`, without sign-in.',
      select: { id: true },
      resolve: ({ id }) => editionAddress(id),
    }),
    changes: t.field({
      type: [RecordChange],
      nullable: true,
      description:
        'สิ่งที่เปลี่ยนจากฉบับก่อน · What changed since an earlier edition of the same record; null when there is no such edition.',
      listSize: most.changesShown,
      args: {
        since: t.arg.int({ required: true, description: 'ฉบับที่ใช้เทียบ · Number of the edition to compare with.' }),
      },
      select: { content: true, agencyId: true, planId: true, analysisId: true, registerId: true, reportId: true },
      resolve: async ({ content, ...record }, { since }, context) => {
        const { agencyId, planId, analysisId, registerId, reportId } = record;
        const earlier = await agencyDb(context).edition.findFirst({
          where: { agencyId, planId, analysisId, registerId, reportId, number: since },
          select: { content: true },
        });
        return earlier && changesOf(storedContent(earlier.content), storedContent(content)).slice(0, most.changesShown);
      },
    }),
  }),
});

export const EditionConnection = builder.connectionObject({ type: Edition, name: 'EditionConnection' });

export const EditionWhere = whereInput('EditionWhere', { th: 'ฉบับเผยแพร่', en: 'editions' }, {});

export const EditionOrder = orderInput(
  'EditionOrder',
  { th: 'ฉบับเผยแพร่', en: 'editions' },
  {
    publishedAt: 'เวลาที่เผยแพร่ · When it was published.',
    fiscalYear: 'ปีงบประมาณ · Fiscal year.',
    number: 'ฉบับที่ · Number.',
    titleTh: 'ชื่อตามพจนานุกรม · Thai title, by the Thai dictionary.',
  },
);

export const editionList: ListPolicy = {
  model: 'Edition',
  shape: shapeOf('Edition'),
  defaultOrder: { publishedAt: 'desc' },
};

builder.prismaObjectFields(Agency, (t) => ({
  editions: t.relatedConnection(
    'editions',
    {
      ...relatedList(editionList),
      description: 'ฉบับที่หน่วยงานเผยแพร่ ใหม่สุดก่อน · Editions that the agency published, newest first. Anybody may ask.',
      args: listArguments(EditionWhere, EditionOrder),
    },
    EditionConnection,
  ),
}));
