import { builder } from '../graphql/builder.ts';
import { recordNode } from '../graphql/nodes.ts';
import { RiskRegister } from './register.type.ts';
import { ItaArea } from './risk.enums.ts';
import { areasOfForm } from './submission.logic.ts';

builder.prismaNode('AreaWithoutRisk', {
  ...recordNode,
  fields: (t) => ({
    area: t.expose('area', { type: ItaArea }),
    reasonTh: t.exposeString('reasonTh'),
  }),
});

builder.prismaObjectFields(RiskRegister, (t) => ({
  areasWithoutRisk: t.relation('areasWithoutRisk', {
    query: { orderBy: { area: 'asc' } },
    listSize: areasOfForm.length,
  }),
}));
