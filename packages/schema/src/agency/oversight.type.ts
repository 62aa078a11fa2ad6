import { builder } from '../graphql/builder.ts';
import { recordNode } from '../graphql/nodes.ts';

export const Oversight = builder.prismaNode('Oversight', {
  ...recordNode,
  fields: (t) => ({
    centre: t.relation('centre'),
    overseen: t.relation('overseen'),
    validFrom: t.expose('validFrom', { type: 'Date', nullable: true }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true }),
    basisTh: t.exposeString('basisTh'),
    version: t.exposeInt('version'),
  }),
});
