import { builder } from '../graphql/builder.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import {
  PublicItem,
  PublicItemConnection,
  PublicItemOrder,
  PublicItemWhere,
  publicItemList,
} from './publication.type.ts';

type Asked = { readonly where?: object };

/** The same rows, of procurement summaries alone. */
const summariesIn = ({ publicItem }: ScopedDb) => {
  const summaries = <Args extends Asked>(args: Args) => ({
    ...args,
    where: { AND: [args.where ?? {}, { summaryMonth: { not: null } }] },
  });
  return {
    count: (args: { where: object }) => publicItem.count(summaries(args)),
    findMany: (args: object) => publicItem.findMany(summaries(args)),
  };
};

const publicItems = rootList((db) => db.publicItem, publicItemList);
const procurementSummaries = rootList(summariesIn, publicItemList);

builder.queryFields((t) => ({
  publicItems: t.prismaConnection(
    {
      type: PublicItem,
      ...publicItems,
      nullable: true,
      description:
        'ข้อมูลที่หน่วยงานเผยแพร่และผู้ใช้เห็นได้ เป็นปัจจุบันที่สุดก่อน · What agencies make public, as far as the viewer may see it, most current first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(PublicItemWhere, PublicItemOrder),
    },
    PublicItemConnection,
  ),
  procurementSummaries: t.prismaConnection(
    {
      type: PublicItem,
      ...procurementSummaries,
      nullable: true,
      description:
        'สรุปผลการจัดซื้อจัดจ้างรายเดือนที่ผู้ใช้เห็นได้ · Monthly procurement summaries that the viewer may see: those of `publicItems` with a `summaryMonth`. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(PublicItemWhere, PublicItemOrder),
    },
    PublicItemConnection,
  ),
}));
