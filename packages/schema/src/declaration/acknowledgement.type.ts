import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { recordNode } from '../graphql/nodes.ts';
import { type Counted, percentOf, totalOf } from './acknowledgement.logic.ts';
import { Declaration } from './declaration.type.ts';

const percent = (counted: Counted): Prisma.Decimal | null => {
  const exact = percentOf(counted);
  return exact === null ? null : new Prisma.Decimal(exact);
};

export const DeclarationAcknowledgement = builder.prismaNode('DeclarationAcknowledgement', {
  ...recordNode,
  fields: (t) => ({
    unit: t.relation('unit'),
    acknowledged: t.exposeInt('acknowledged'),
    headCount: t.exposeInt('headCount'),
    percent: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'ร้อยละที่รับทราบ คำนวณแน่นอน ทศนิยมสองตำแหน่ง · Percent that has acknowledged, computed exactly, with two decimals: 100.00 only when all have; null for a unit without people.',
      select: { acknowledged: true, headCount: true },
      resolve: percent,
    }),
    countedOn: t.expose('countedOn', { type: 'Date' }),
    origin: t.expose('origin', { type: Origin }),
    version: t.exposeInt('version'),
  }),
});

const counts = { select: { acknowledged: true, headCount: true } } as const;

builder.prismaObjectFields(Declaration, (t) => ({
  acknowledgedCount: t.int({
    description: 'จำนวนผู้รับทราบของส่วนราชการที่นับแล้ว · How many have acknowledged it in the units that were counted.',
    select: { acknowledgements: counts },
    resolve: ({ acknowledgements }) => totalOf(acknowledgements).acknowledged,
  }),
  countedHeads: t.int({
    description: 'จำนวนบุคลากรของส่วนราชการที่นับแล้ว · How many people the units have that were counted.',
    select: { acknowledgements: counts },
    resolve: ({ acknowledgements }) => totalOf(acknowledgements).headCount,
  }),
  acknowledgedPercent: t.field({
    type: 'Decimal',
    nullable: true,
    description:
      'ร้อยละที่รับทราบของส่วนราชการที่นับแล้ว ไม่ระบุ = ยังไม่นับ · Percent that has acknowledged it in the units that were counted, with two decimals; null before any was.',
    select: { acknowledgements: counts },
    resolve: ({ acknowledgements }) => percent(totalOf(acknowledgements)),
  }),
}));
