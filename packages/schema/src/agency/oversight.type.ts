import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';

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

export const OversightPayload = builder.objectRef<{ id: string }>('OversightPayload').implement({
  description: 'การกำกับดูแลหลังการเปลี่ยนแปลง · The oversight after the change.',
  fields: (t) => ({
    oversight: t.prismaField({
      type: Oversight,
      description: 'การกำกับดูแล · The oversight.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).oversight.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
