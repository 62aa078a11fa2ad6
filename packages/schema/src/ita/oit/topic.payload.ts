import { builder } from '../../graphql/builder.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { OitTopic } from './round.type.ts';

export const OitTopicPayload = builder.objectRef<{ id: string }>('OitTopicPayload').implement({
  description: 'หัวข้อ OIT ที่เพิ่มหรือแก้ไข · The topic that was added or changed.',
  fields: (t) => ({
    topic: t.prismaField({
      type: OitTopic,
      description: 'หัวข้อ · The topic.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).oitTopic.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
