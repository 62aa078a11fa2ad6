import { builder } from '../core/builder.ts';
import { listQuery } from '../core/connection.ts';
import { listArguments } from '../core/list-arguments.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import {
  LibraryRisk,
  LibraryRiskConnection,
  LibraryRiskOrder,
  LibraryRiskWhere,
  libraryRiskList,
} from './library-risk.type.ts';

builder.queryFields((t) => ({
  libraryRisks: t.prismaConnection(
    {
      type: LibraryRisk,
      cursor: 'id',
      nullable: true,
      description:
        'คลังความเสี่ยงของเมือง · The city’s risk library, by code: what was offered, and for the centre its drafts. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(LibraryRiskWhere, LibraryRiskOrder),
      totalCount: (_root, args, context) =>
        agencyDb(context).libraryRisk.count({ where: listQuery(args, libraryRiskList).where }),
      resolve: (query, _root, args, context) =>
        agencyDb(context).libraryRisk.findMany({ ...query, ...listQuery(args, libraryRiskList) }),
    },
    LibraryRiskConnection,
  ),
}));
