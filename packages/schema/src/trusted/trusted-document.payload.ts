import { builder } from '../graphql/builder.ts';
import { LIST_MAX } from '../graphql/limits.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { TrustedDocument } from './trusted-document.type.ts';

export const TrustedDocumentsPayload = builder.objectRef<{ ids: string[] }>('TrustedDocumentsPayload').implement({
  description: 'คำถามที่ลงทะเบียนหรือถอนในครั้งนี้ · The documents that were registered or withdrawn.',
  fields: (t) => ({
    documents: t.prismaField({
      type: [TrustedDocument],
      listSize: LIST_MAX,
      description: 'คำถาม เรียงตามชื่อคำสั่ง · The documents, by the names of their operations.',
      resolve: (query, { ids }, _args, context) =>
        agencyDb(context).trustedDocument.findMany({
          ...query,
          where: { id: { in: ids } },
          orderBy: [{ operationName: 'asc' }, { id: 'asc' }],
        }),
    }),
  }),
});
