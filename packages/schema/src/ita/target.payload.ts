import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { IntegrityTarget } from './target.type.ts';

export const IntegrityTargetPayload = builder.objectRef<{ id: string }>('IntegrityTargetPayload').implement({
  description: 'เป้าหมายหลังการเปลี่ยนแปลง · The target after the change.',
  fields: (t) => ({
    target: t.prismaField({
      type: IntegrityTarget,
      description: 'เป้าหมาย · The target.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).integrityTarget.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
