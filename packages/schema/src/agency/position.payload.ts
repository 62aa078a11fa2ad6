import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Position } from './agency.type.ts';

export const PositionPayload = builder.objectRef<{ positionId: string }>('PositionPayload').implement({
  description: 'ตำแหน่งหลังการเปลี่ยนแปลง · The position after the change.',
  fields: (t) => ({
    position: t.prismaField({
      type: Position,
      description: 'ตำแหน่ง · The position.',
      resolve: (query, { positionId }, _args, context) =>
        agencyDb(context).position.findUniqueOrThrow({ ...query, where: { id: positionId } }),
    }),
  }),
});
