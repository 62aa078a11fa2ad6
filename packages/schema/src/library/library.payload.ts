import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { LibraryResponse } from './library-response.type.ts';
import { LibraryRisk } from './library-risk.type.ts';

export const LibraryRiskPayload = builder.objectRef<{ id: string }>('LibraryRiskPayload').implement({
  description: 'ความเสี่ยงในคลังหลังการเปลี่ยนแปลง · The risk of the library after the change.',
  fields: (t) => ({
    libraryRisk: t.prismaField({
      type: LibraryRisk,
      description: 'ความเสี่ยงในคลัง · The risk of the library.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).libraryRisk.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

export const LibraryResponsePayload = builder.objectRef<{ id: string }>('LibraryResponsePayload').implement({
  description: 'คำตอบของหน่วยงาน · The agency’s answer, with the risk that stands for it.',
  fields: (t) => ({
    libraryResponse: t.prismaField({
      type: LibraryResponse,
      description: 'คำตอบ · The answer.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).libraryResponse.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
