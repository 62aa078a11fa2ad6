import { accountNameById } from '../agency/account.loader.ts';
import { AgencyWhere } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { SAVED_OBJECTS_MAX } from '../graphql/limits.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { QuerySharing } from './saved.enums.ts';

const newestRun = { take: 1, orderBy: { startedAt: 'desc' }, select: { startedAt: true } } as const;

export const SavedQuery = builder.prismaNode('SavedQuery', {
  ...recordNode,
  fields: (t) => ({
    titleTh: t.exposeString('titleTh'),
    titleEn: t.exposeString('titleEn', { nullable: true }),
    folder: t.exposeString('folder', { nullable: true }),
    sharedWith: t.expose('sharedWith', { type: QuerySharing }),
    agency: t.relation('agency', { nullable: true }),
    isMine: t.boolean({
      description: 'ผู้ใช้เป็นเจ้าของหรือไม่ · Whether the viewer owns it: only its owner changes it.',
      select: { ownerId: true },
      resolve: ({ ownerId }, _args, { viewer }) => ownerId === viewer.account?.id,
    }),
    ownerName: t.string({
      nullable: true,
      description:
        'ชื่อเจ้าของ เห็นเฉพาะผู้ใช้ในหน่วยงานเดียวกัน · Name of its owner, for users of the same agency; null for others, who do not see people.',
      select: { ownerId: true },
      resolve: ({ ownerId }, _args, context) => accountNameById(context).load(ownerId),
    }),
    isFavourite: t.boolean({
      description: 'ผู้ใช้ทำเครื่องหมายเป็นรายการโปรดหรือไม่ · Whether the viewer marked it as a favourite.',
      select: { favourites: { take: 1, select: { id: true } } },
      resolve: ({ favourites }) => favourites.length > 0,
    }),
    lastUsedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'ผู้ใช้รันครั้งล่าสุดเมื่อใด ยังไม่เคย = null · When the viewer ran it last; null when never.',
      select: { runs: newestRun },
      resolve: ({ runs }) => runs[0]?.startedAt ?? null,
    }),
    latestNumber: t.exposeInt('latestNumber'),
    versions: t.relation('versions', {
      description: 'ทุกรุ่น รุ่นล่าสุดก่อน · Every version, the latest first.',
      args: {
        number: t.arg.int({ description: 'เฉพาะรุ่นนี้ · Only the version of this number.' }),
      },
      query: ({ number }) => ({ where: { number: number ?? undefined }, orderBy: { number: 'desc' } }),
      listSize: ({ number }) => (typeof number === 'number' ? 1 : most.versionsOfSavedQuery),
    }),
    archivedAt: t.expose('archivedAt', { type: 'DateTime', nullable: true }),
    version: t.exposeInt('version'),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'บันทึกครั้งแรกเมื่อใด · When it was first saved.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'แก้ไขล่าสุด · Last change.' }),
  }),
});

builder.prismaObject('SavedQueryVersion', {
  fields: (t) => ({
    number: t.exposeInt('number'),
    document: t.exposeString('document'),
    documentHash: t.exposeString('documentHash'),
    variables: t.expose('variables', { type: 'JSON', weight: SAVED_OBJECTS_MAX }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});

export const SavedQueryConnection = builder.connectionObject({ type: SavedQuery, name: 'SavedQueryConnection' });

const subject = { th: 'คำถามที่บันทึกไว้', en: 'saved queries' };

export const SavedQueryWhere = whereInput('SavedQueryWhere', subject, { agency: AgencyWhere });

export const SavedQueryOrder = orderInput('SavedQueryOrder', subject, {
  titleTh: 'ชื่อตามพจนานุกรม · Thai title, by the Thai dictionary.',
  folder: 'แฟ้ม · Folder.',
});

export const savedQueryList: ListPolicy = {
  model: 'SavedQuery',
  shape: shapeOf('SavedQuery'),
  defaultOrder: { updatedAt: 'desc' },
};
