import { builder } from '../../graphql/builder.ts';
import { countedList } from '../../graphql/paging/counted-list.ts';
import { listArguments } from '../../graphql/paging/list-arguments.ts';
import { pagesOf } from '../../graphql/paging/pages-of.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import {
  DelegationOrder,
  DelegationOrderConnection,
  DelegationOrderOrder,
  DelegationOrderWhere,
  delegationOrderList,
} from './order.type.ts';

const delegationOrders = countedList((context) => agencyDb(context).delegationOrder, delegationOrderList);

builder.queryFields((t) => ({
  delegationOrders: t.prismaConnection(
    {
      type: DelegationOrder,
      cursor: 'id',
      extensions: pagesOf(delegationOrderList),
      nullable: true,
      description:
        'คำสั่งมอบอำนาจที่ผู้ใช้เห็นได้ ใหม่สุดก่อน · Delegation orders that the viewer may see, newest first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(DelegationOrderWhere, DelegationOrderOrder),
      totalCount: delegationOrders.totalCount,
      resolve: (query, _root, args, context, info) =>
        agencyDb(context).delegationOrder.findMany({ ...query, ...delegationOrders.page(query, args, context, info) }),
    },
    DelegationOrderConnection,
  ),
}));
