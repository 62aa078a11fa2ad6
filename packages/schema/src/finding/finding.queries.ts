import { builder } from '../graphql/builder.ts';
import { countedList } from '../graphql/paging/counted-list.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { pagesOf } from '../graphql/paging/pages-of.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { FindingConnection, FindingOrder, FindingWhere, findingList } from './finding.list.ts';
import { Finding } from './finding.type.ts';

const findings = countedList((context) => agencyDb(context).finding, findingList);

builder.queryFields((t) => ({
  findings: t.prismaConnection(
    {
      type: Finding,
      cursor: 'id',
      extensions: pagesOf(findingList),
      nullable: true,
      description:
        'ข้อสังเกตที่ผู้ใช้เห็นได้ รุนแรงที่สุดก่อน · Findings that the viewer may see, most severe first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(FindingWhere, FindingOrder),
      totalCount: findings.totalCount,
      resolve: (query, _root, args, context, info) =>
        agencyDb(context).finding.findMany({ ...query, ...findings.page(query, args, context, info) }),
    },
    FindingConnection,
  ),
}));
