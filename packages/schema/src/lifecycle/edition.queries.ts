import { builder } from '../core/builder.ts';
import { listQuery } from '../core/connection.ts';
import { listArguments } from '../core/list-arguments.ts';
import { reusable } from '../core/reusable.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Edition, EditionConnection, EditionOrder, EditionWhere, editionList } from './edition.type.ts';

builder.queryFields((t) => ({
  editions: t.prismaConnection(
    {
      type: Edition,
      cursor: 'id',
      description:
        'ฉบับเผยแพร่ของทุกหน่วยงาน ใหม่สุดก่อน · Published editions of all agencies, newest first. Anybody may ask, without sign-in.',
      args: listArguments(EditionWhere, EditionOrder),
      // Beneath an edition is its agency, and beneath that nearly everything.
      extensions: reusable('ACCOUNT'),
      totalCount: (_root, args, context) =>
        agencyDb(context).edition.count({ where: listQuery(args, editionList).where }),
      resolve: (query, _root, args, context) =>
        agencyDb(context).edition.findMany({ ...query, ...listQuery(args, editionList) }),
    },
    EditionConnection,
  ),
}));
