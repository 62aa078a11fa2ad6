import { Agency } from '../../agency/agency.type.ts';
import { builder } from '../../graphql/builder.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { DelegationOrder } from './order.type.ts';

export const DelegationOrderPayload = builder.objectRef<{ id: string }>('DelegationOrderPayload').implement({
  description: 'คำสั่งมอบอำนาจหลังการเปลี่ยนแปลง · The delegation order after the change.',
  fields: (t) => ({
    delegationOrder: t.prismaField({
      type: DelegationOrder,
      description: 'คำสั่ง · The order.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).delegationOrder.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

export const DiscardDelegationOrderPayload = builder
  .objectRef<{ agencyId: string }>('DiscardDelegationOrderPayload')
  .implement({
    description: 'หน่วยงานหลังยกเลิกร่าง · The agency after its draft is gone.',
    fields: (t) => ({
      agency: t.prismaField({
        type: Agency,
        description: 'หน่วยงาน · The agency.',
        resolve: (query, { agencyId }, _args, context) =>
          agencyDb(context).agency.findUniqueOrThrow({ ...query, where: { id: agencyId } }),
      }),
    }),
  });
