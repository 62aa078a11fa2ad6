import { builder } from '../../graphql/builder.ts';
import { listArguments } from '../../graphql/paging/list-arguments.ts';
import { rootList } from '../../graphql/paging/record-lists.ts';
import { reusable } from '../../graphql/reusable.ts';
import { Edition, EditionConnection, EditionOrder, EditionWhere, editionList } from './edition.type.ts';

const editions = rootList((db) => db.edition, editionList);

builder.queryFields((t) => ({
  editions: t.prismaConnection(
    {
      type: Edition,
      ...editions,
      description:
        'ฉบับเผยแพร่ของทุกหน่วยงาน ใหม่สุดก่อน · Published editions of all agencies, newest first. Anybody may ask, without sign-in.',
      args: listArguments(EditionWhere, EditionOrder),
      // Beneath an edition is its agency, and beneath that nearly everything.
      extensions: { ...reusable('ACCOUNT'), ...editions.extensions },
    },
    EditionConnection,
  ),
}));
