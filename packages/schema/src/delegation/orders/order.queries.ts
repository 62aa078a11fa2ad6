import { builder } from '../../graphql/builder.ts';
import { listArguments } from '../../graphql/paging/list-arguments.ts';
import { rootList } from '../../graphql/paging/record-lists.ts';
import {
  DelegationOrder,
  DelegationOrderConnection,
  DelegationOrderOrder,
  DelegationOrderWhere,
  delegationOrderList,
} from './order.type.ts';

const delegationOrders = rootList((db) => db.delegationOrder, delegationOrderList);

builder.queryFields((t) => ({
  delegationOrders: t.prismaConnection(
    {
      type: DelegationOrder,
      ...delegationOrders,
      nullable: true,
      description:
        'คำสั่งมอบอำนาจที่ผู้ใช้เห็นได้ ใหม่สุดก่อน · Delegation orders that the viewer may see, newest first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(DelegationOrderWhere, DelegationOrderOrder),
    },
    DelegationOrderConnection,
  ),
}));
