import { builder } from '../graphql/builder.ts';

export const Oversight = builder.prismaNode('Oversight', {
  nullable: true,
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({
    centre: t.relation('centre'),
    overseen: t.relation('overseen'),
    validFrom: t.expose('validFrom', { type: 'Date', nullable: true }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true }),
    basisTh: t.exposeString('basisTh'),
    version: t.exposeInt('version'),
  }),
});
