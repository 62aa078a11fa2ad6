import { builder } from '../graphql/builder.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import {
  Declaration,
  DeclarationConnection,
  DeclarationOrder,
  DeclarationWhere,
  declarationList,
} from './declaration.type.ts';

const declarations = rootList((db) => db.declaration, declarationList);

builder.queryFields((t) => ({
  declarations: t.prismaConnection(
    {
      type: Declaration,
      ...declarations,
      nullable: true,
      description:
        'ประกาศนโยบายและมาตรการด้านคุณธรรมและความโปร่งใสที่ผู้ใช้เห็นได้ ปีใหม่สุดก่อน · Declarations of policies and measures on integrity that the viewer may see, newest year first. For members of agencies, the centre and analysts. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(DeclarationWhere, DeclarationOrder),
    },
    DeclarationConnection,
  ),
}));
