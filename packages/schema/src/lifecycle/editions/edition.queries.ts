import { builder } from '../../graphql/builder.ts';
import { countedList } from '../../graphql/paging/counted-list.ts';
import { listArguments } from '../../graphql/paging/list-arguments.ts';
import { pagesOf } from '../../graphql/paging/pages-of.ts';
import { reusable } from '../../graphql/reusable.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { Edition, EditionConnection, EditionOrder, EditionWhere, editionList } from './edition.type.ts';

const editions = countedList((context) => agencyDb(context).edition, editionList);

builder.queryFields((t) => ({
  editions: t.prismaConnection(
    {
      type: Edition,
      cursor: 'id',
      description:
        'ฉบับเผยแพร่ของทุกหน่วยงาน ใหม่สุดก่อน · Published editions of all agencies, newest first. Anybody may ask, without sign-in.',
      args: listArguments(EditionWhere, EditionOrder),
      // Beneath an edition is its agency, and beneath that nearly everything.
      extensions: { ...reusable('ACCOUNT'), ...pagesOf(editionList) },
      totalCount: editions.totalCount,
      resolve: (query, _root, args, context, info) =>
        agencyDb(context).edition.findMany({ ...query, ...editions.page(query, args, context, info) }),
    },
    EditionConnection,
  ),
}));
