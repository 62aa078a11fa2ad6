import { builder } from '../graphql/builder.ts';
import { orderedArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import { OitItem, OitItemConnection, OitItemOrder, OitItemWhere, oitItemList } from './oit-item.type.ts';

const oitItems = rootList((db) => db.oitItem, oitItemList);

builder.queryFields((t) => ({
  oitItems: t.prismaConnection(
    {
      type: OitItem,
      ...oitItems,
      nullable: true,
      description:
        'ข้อของแบบตรวจ OIT ในแต่ละหน่วยงานที่ผู้ใช้เห็นได้ พร้อมคำตอบ ปีล่าสุดก่อน · Items of the OIT checklists in each agency that the viewer may see, with what answers each and where it is read, also those without an answer; latest year first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: orderedArguments(OitItemWhere, OitItemOrder),
    },
    OitItemConnection,
  ),
}));
