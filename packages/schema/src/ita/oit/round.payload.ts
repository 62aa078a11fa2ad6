import { builder } from '../../graphql/builder.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { ItaRound } from './round.type.ts';

export const ItaRoundPayload = builder.objectRef<{ id: string }>('ItaRoundPayload').implement({
  description: 'รอบการประเมินที่เพิ่มหรือแก้ไข · The round that was added or changed.',
  fields: (t) => ({
    round: t.prismaField({
      type: ItaRound,
      description: 'รอบการประเมิน · The round.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).itaRound.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
