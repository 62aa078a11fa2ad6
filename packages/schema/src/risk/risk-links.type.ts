import { builder } from '../core/builder.ts';
import { most } from '../core/limits/parts.logic.ts';
import { delegatedPowerById } from '../delegation/delegation.loader.ts';
import { DelegatedPower } from '../delegation/power.type.ts';
import { swotItemById } from '../swot/swot.loader.ts';
import { SwotItem } from '../swot/swot.type.ts';
import { Risk } from './risk.type.ts';

builder.prismaObjectFields(Risk, (t) => ({
  swotItems: t.field({
    type: [SwotItem],
    listSize: most.partsOfRisk,
    nullable: { list: false, items: true },
    description: 'รายการ SWOT ที่เกี่ยวข้อง · Related SWOT items; null in place of one that the viewer may not see.',
    select: { swotItems: { select: { itemId: true }, orderBy: { itemId: 'asc' } } },
    resolve: ({ swotItems }, _args, context, info) =>
      swotItems.map(({ itemId }) => swotItemById(itemId, context, info)),
  }),
  powers: t.field({
    type: [DelegatedPower],
    listSize: most.partsOfRisk,
    nullable: { list: false, items: true },
    description: 'อำนาจที่มอบซึ่งเกี่ยวข้อง · Related delegated powers; null in place of one that the viewer may not see.',
    select: { powers: { select: { powerId: true }, orderBy: { powerId: 'asc' } } },
    resolve: ({ powers }, _args, context, info) =>
      powers.map(({ powerId }) => delegatedPowerById(powerId, context, info)),
  }),
}));
