import { builder } from '../core/builder.ts';
import { countedList } from '../core/counted-list.ts';
import { listArguments } from '../core/list-arguments.ts';
import { pagesOf } from '../core/paging/pages-of.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import {
  DelegationOrder,
  DelegationOrderConnection,
  DelegationOrderOrder,
  DelegationOrderWhere,
  delegationOrderList,
} from './delegation.type.ts';

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
