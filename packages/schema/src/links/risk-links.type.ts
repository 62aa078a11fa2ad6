import { delegatedPowerById } from '../delegation/delegation.loader.ts';
import { DelegatedPower } from '../delegation/orders/power.type.ts';
import { builder } from '../graphql/builder.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { Risk } from '../risk/risk.type.ts';
import { swotItemById } from '../swot/swot.loader.ts';
import { SwotItem } from '../swot/swot.type.ts';

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
