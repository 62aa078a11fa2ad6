import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Declaration } from './declaration.type.ts';

export const DeclarationPayload = builder.objectRef<{ id: string }>('DeclarationPayload').implement({
  description: 'ประกาศหลังการเปลี่ยนแปลง · The declaration after the change.',
  fields: (t) => ({
    declaration: t.prismaField({
      type: Declaration,
      description: 'ประกาศ · The declaration.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).declaration.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
