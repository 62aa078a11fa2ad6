import { builder } from '../graphql/builder.ts';
import { countedList } from '../graphql/paging/counted-list.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { pagesOf } from '../graphql/paging/pages-of.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import {
  LibraryRisk,
  LibraryRiskConnection,
  LibraryRiskOrder,
  LibraryRiskWhere,
  libraryRiskList,
} from './library-risk.type.ts';

const libraryRisks = countedList((context) => agencyDb(context).libraryRisk, libraryRiskList);

builder.queryFields((t) => ({
  libraryRisks: t.prismaConnection(
    {
      type: LibraryRisk,
      cursor: 'id',
      extensions: pagesOf(libraryRiskList),
      nullable: true,
      description:
        'คลังความเสี่ยงของกรุงเทพมหานคร · The city’s risk library, by code: what was offered, and for the centre its drafts. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(LibraryRiskWhere, LibraryRiskOrder),
      totalCount: libraryRisks.totalCount,
      resolve: (query, _root, args, context, info) =>
        agencyDb(context).libraryRisk.findMany({ ...query, ...libraryRisks.page(query, args, context, info) }),
    },
    LibraryRiskConnection,
  ),
}));
