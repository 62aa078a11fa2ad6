import { builder } from '../graphql/builder.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import { FindingConnection, FindingOrder, FindingWhere, findingList } from './finding.list.ts';
import { Finding } from './finding.type.ts';

const findings = rootList((db) => db.finding, findingList);

builder.queryFields((t) => ({
  findings: t.prismaConnection(
    {
      type: Finding,
      ...findings,
      nullable: true,
      description:
        'ข้อสังเกตที่ผู้ใช้เห็นได้ รุนแรงที่สุดก่อน · Findings that the viewer may see, most severe first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(FindingWhere, FindingOrder),
    },
    FindingConnection,
  ),
}));
