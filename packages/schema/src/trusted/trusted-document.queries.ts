import { builder } from '../graphql/builder.ts';
import { orderedArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import {
  TrustedDocument,
  TrustedDocumentConnection,
  TrustedDocumentOrder,
  TrustedDocumentWhere,
  trustedDocumentList,
} from './trusted-document.type.ts';

builder.queryFields((t) => ({
  trustedDocuments: t.prismaConnection(
    {
      type: TrustedDocument,
      ...rootList((db) => db.trustedDocument, trustedDocumentList),
      nullable: true,
      description:
        'คำถามที่โปรแกรมหน้าบ้านลงทะเบียนไว้ ล่าสุดก่อน เช่น ใครใช้ฟิลด์หนึ่งก่อนจะเปลี่ยน `where: {usesFields: {has: "Risk.code"}}` · Documents that front ends registered, the newest first; `where: {usesFields: {has: "Risk.code"}}` tells who uses a field before it changes. For administrators of the city. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT.',
      args: orderedArguments(TrustedDocumentWhere, TrustedDocumentOrder),
    },
    TrustedDocumentConnection,
  ),
}));
