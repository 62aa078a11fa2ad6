import { builder } from '../graphql/builder.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import { Committee, CommitteeConnection, CommitteeOrder, CommitteeWhere, committeeList } from './committee.type.ts';

const committees = rootList((db) => db.committee, committeeList);

builder.queryFields((t) => ({
  committees: t.prismaConnection(
    {
      type: Committee,
      ...committees,
      nullable: true,
      description:
        'คณะกรรมการและคณะทำงานที่ผู้ใช้เห็นได้ ใหม่สุดก่อน · Committees and working groups that the viewer may see, newest first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(CommitteeWhere, CommitteeOrder),
    },
    CommitteeConnection,
  ),
}));
