import { delegatedPowerById } from '../delegation/delegation.loader.ts';
import { DelegatedPower } from '../delegation/power.type.ts';
import { builder } from '../core/builder.ts';
import { riskById } from './risk.loader.ts';
import { Risk } from './risk.type.ts';

builder.prismaObjectFields(Risk, (t) => ({
  carriedFrom: t.field({
    type: Risk,
    nullable: true,
    description:
      'ความเสี่ยงของปีก่อนที่ยกมา · The risk of an earlier year that this one continues; null for a new one, or when the viewer may not see it.',
    select: { carriedFromId: true },
    resolve: ({ carriedFromId }, _args, context, info) => riskById(carriedFromId, context, info),
  }),
  powers: t.field({
    type: [DelegatedPower],
    nullable: { list: false, items: true },
    description: 'อำนาจที่มอบซึ่งเกี่ยวข้อง · Related delegated powers; null in place of one that the viewer may not see.',
    select: { powers: { select: { powerId: true }, orderBy: { powerId: 'asc' } } },
    resolve: ({ powers }, _args, context, info) =>
      powers.map(({ powerId }) => delegatedPowerById(powerId, context, info)),
  }),
}));
