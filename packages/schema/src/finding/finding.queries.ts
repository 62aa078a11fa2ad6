import { builder } from '../core/builder.ts';
import { listQuery } from '../core/connection.ts';
import { listArguments } from '../core/list-arguments.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Finding, FindingConnection, FindingOrder, FindingWhere, findingList } from './finding.type.ts';

builder.queryFields((t) => ({
  findings: t.prismaConnection(
    {
      type: Finding,
      cursor: 'id',
      nullable: true,
      description:
        'ข้อสังเกตที่ผู้ใช้เห็นได้ รุนแรงที่สุดก่อน · Findings that the viewer may see, most severe first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(FindingWhere, FindingOrder),
      totalCount: (_root, args, context) =>
        agencyDb(context).finding.count({ where: listQuery(args, findingList).where }),
      resolve: (query, _root, args, context) =>
        agencyDb(context).finding.findMany({ ...query, ...listQuery(args, findingList) }),
    },
    FindingConnection,
  ),
}));
