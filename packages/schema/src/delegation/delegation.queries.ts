import { builder } from '../core/builder.ts';
import { listQuery } from '../core/connection.ts';
import { listArguments } from '../core/list-arguments.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import {
  DelegationOrder,
  DelegationOrderConnection,
  DelegationOrderOrder,
  DelegationOrderWhere,
  delegationOrderList,
} from './delegation.type.ts';

builder.queryFields((t) => ({
  delegationOrders: t.prismaConnection(
    {
      type: DelegationOrder,
      cursor: 'id',
      nullable: true,
      description:
        'คำสั่งมอบอำนาจที่ผู้ใช้เห็นได้ ใหม่สุดก่อน · Delegation orders that the viewer may see, newest first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(DelegationOrderWhere, DelegationOrderOrder),
      totalCount: (_root, args, context) =>
        agencyDb(context).delegationOrder.count({ where: listQuery(args, delegationOrderList).where }),
      resolve: (query, _root, args, context) =>
        agencyDb(context).delegationOrder.findMany({ ...query, ...listQuery(args, delegationOrderList) }),
    },
    DelegationOrderConnection,
  ),
}));
