import { builder } from '../graphql/builder.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import {
  LibraryRisk,
  LibraryRiskConnection,
  LibraryRiskOrder,
  LibraryRiskWhere,
  libraryRiskList,
} from './library-risk.type.ts';

const libraryRisks = rootList((db) => db.libraryRisk, libraryRiskList);

builder.queryFields((t) => ({
  libraryRisks: t.prismaConnection(
    {
      type: LibraryRisk,
      ...libraryRisks,
      nullable: true,
      description:
        'คลังความเสี่ยงของกรุงเทพมหานคร · The city’s risk library, by code: what was offered, and for the centre its drafts. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(LibraryRiskWhere, LibraryRiskOrder),
    },
    LibraryRiskConnection,
  ),
}));
