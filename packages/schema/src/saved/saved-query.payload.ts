import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { SavedQuery } from './saved-query.type.ts';

export const SavedQueryPayload = builder.objectRef<{ id: string }>('SavedQueryPayload').implement({
  description: 'คำถามที่บันทึกไว้หลังการเปลี่ยนแปลง · The saved query after the change.',
  fields: (t) => ({
    savedQuery: t.prismaField({
      type: SavedQuery,
      description: 'คำถามที่บันทึกไว้ · The saved query.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).savedQuery.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
