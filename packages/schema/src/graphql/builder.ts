import SchemaBuilder from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import { Plan } from '@pothos/selection-mapper';
import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import type PrismaTypes from '@registry/prisma/generated/pothos.ts';
import { getDatamodel } from '@registry/prisma/generated/pothos.ts';
import type { Context } from '../tenancy/context.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { encodeGlobalId } from './global-id.logic.ts';
import './before-build.ts';
import './limits/list-size.ts';
import './paging/paged-list.ts';
import { cachingSelections } from '../execution/selection-cache.ts';
import { orRefusals } from './inputs/typed-ids.ts';

/** The types that the whole schema is built over. */
export type Types = {
  Context: Context;
  PrismaTypes: PrismaTypes;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: Date; Output: Date };
    DateTime: { Input: Date; Output: Date };
    Decimal: { Input: Prisma.Decimal; Output: Prisma.Decimal };
    FiscalYear: { Input: number; Output: number };
    JSON: { Input: unknown; Output: unknown };
  };
  Connection: { totalCount: number | (() => number | Promise<number>) };
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
};

// The one place through which Pothos' plans are made; it offers no option for it.
Plan.fromInfo = cachingSelections(Plan.fromInfo.bind(Plan));

export const builder = new SchemaBuilder<Types>({
  // Hooks run from the last to the first: ours sees what the others made of a field.
  plugins: ['stepsBeforeBuild', 'pagedLists', 'typedIds', RelayPlugin, PrismaPlugin],
  defaultFieldNullability: false,
  relay: {
    encodeGlobalID: encodeGlobalId,
    cursorType: 'String',
    idFieldOptions: { description: 'รหัสอ้างอิงเดียวทั่วทั้งทะเบียน · Id, unique in the whole registry: pass it to `node`.' },
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      listSize: 'ASKED',
      description: 'รายการพร้อมตำแหน่ง · Items with their cursors.',
    },
    nodeFieldOptions: { nullable: false, description: 'รายการ · The item.' },
    cursorFieldOptions: { description: 'ตำแหน่งสำหรับขอหน้าถัดไป · Cursor: pass it as `after` or `before`.' },
    pageInfoFieldOptions: { description: 'ข้อมูลของหน้า · About this page.' },
    pageInfoTypeOptions: { description: 'ข้อมูลของหน้า · What a page says of its neighbours.' },
    hasNextPageFieldOptions: { description: 'มีหน้าถัดไปหรือไม่ · Whether more items follow.' },
    hasPreviousPageFieldOptions: { description: 'มีหน้าก่อนหรือไม่ · Whether items come before.' },
    startCursorFieldOptions: { description: 'ตำแหน่งแรกของหน้า · Cursor of the first item.' },
    endCursorFieldOptions: {
      description: 'ตำแหน่งสุดท้ายของหน้า · Cursor of the last item: pass it as `after` for the next page.',
    },
    firstArgOptions: {
      description: 'จำนวนรายการแรก (1-100) · How many items from the start, 1 to 100; give this or `last`.',
    },
    lastArgOptions: {
      description: 'จำนวนรายการท้าย (1-100) · How many items from the end, 1 to 100; give this or `first`.',
    },
    afterArgOptions: { description: 'ต่อจากตำแหน่งนี้ · Continue after this cursor.' },
    beforeArgOptions: { description: 'ก่อนตำแหน่งนี้ · Continue before this cursor.' },
    defaultConnectionTypeOptions: { description: 'รายการทีละหน้า · A page of items.' },
    defaultEdgeTypeOptions: { description: 'รายการพร้อมตำแหน่ง · An item with its cursor.' },
    nodeTypeOptions: {
      description: 'สิ่งที่มีรหัสอ้างอิงเดียวทั่วทั้งทะเบียน · Anything with an id that is unique in the whole registry.',
    },
    nodeQueryOptions: {
      nullable: true,
      description: 'ค้นด้วยรหัสอ้างอิง · Anything by its id; null when there is no such thing or the viewer may not see it.',
      args: { id: { description: 'รหัสอ้างอิง · The id.' } },
    },
    nodesQueryOptions: {
      nullable: { list: false, items: true },
      description:
        'ค้นด้วยรหัสอ้างอิงหลายรายการ รหัสที่ผิดรูปแบบไม่กระทบรายการอื่น · Several things by id, in the same order; null where `node` would be null. A malformed id is null too, with an error INVALID_INPUT in its place.',
      args: { ids: { description: 'รหัสอ้างอิง (ไม่เกิน 250) · The ids, at most 250.' } },
      listSize: ({ ids }) => ids.length,
      resolve: async (_root, { ids }, _context, _info, find) => orRefusals(ids, await find(ids)),
    },
  },
  prisma: {
    client: (context) => agencyDb(context) as never,
    dmmf: getDatamodel(),
    exposeDescriptions: true,
    filterConnectionTotalCount: true,
    maxConnectionSize: 100,
    defaultConnectionSize: 100,
    onUnusedQuery: 'error',
  },
});

builder.queryType({ description: 'สิ่งที่สอบถามได้ · What can be asked.' });
builder.mutationType({ description: 'สิ่งที่สั่งทำได้ · What can be done.' });
builder.subscriptionType({
  description: 'สิ่งที่ติดตามได้ · What can be followed as it happens, over graphql-transport-ws.',
});

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description:
      'จำนวนทั้งหมดที่ผู้ใช้เห็นได้ ไม่ใช่เฉพาะหน้านี้ · Number of all items that the viewer may see, not of this page alone.',
    // The mark that the Prisma plugin looks for, so that a query for the count alone reads no page.
    extensions: { pothosPrismaTotalCount: true },
    resolve: ({ totalCount }) => (typeof totalCount === 'function' ? totalCount() : totalCount),
  }),
);
