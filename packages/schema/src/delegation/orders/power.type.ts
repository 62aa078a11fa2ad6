import { builder } from '../../graphql/builder.ts';
import { Origin } from '../../graphql/enums.ts';
import { recordNode } from '../../graphql/nodes.ts';
import { PowerVerb, ProcessArea } from '../../taxonomy/taxonomy.enums.ts';
import { delegationOrderById } from '../delegation.loader.ts';
import { DelegationOrder } from './order.type.ts';

export const DelegatedPower = builder.prismaNode('DelegatedPower', {
  ...recordNode,
  fields: (t) => ({
    order: t.relation('order'),
    lineNo: t.exposeInt('lineNo'),
    verb: t.expose('verb', { type: PowerVerb }),
    subjectTh: t.exposeString('subjectTh'),
    processArea: t.expose('processArea', { type: ProcessArea }),
    delegator: t.relation('delegator'),
    delegate: t.relation('delegate'),
    ceilingAmount: t.expose('ceilingAmount', { type: 'Decimal', nullable: true }),
    conditionsTh: t.exposeString('conditionsTh', { nullable: true }),
    subDelegable: t.exposeBoolean('subDelegable'),
    revokedOn: t.expose('revokedOn', { type: 'Date', nullable: true }),
    revokedByOrder: t.field({
      type: DelegationOrder,
      nullable: true,
      description:
        'คำสั่งที่เพิกถอนรายการนี้ หรือร่างที่จะเพิกถอนเมื่อออก (ยังไม่มีวันที่เพิกถอน) · The order that takes the line back; while `revokedOn` is null, the draft that will when it is issued.',
      select: { revokedByOrderId: true },
      resolve: ({ revokedByOrderId }, _args, context, info) => delegationOrderById(revokedByOrderId, context, info),
    }),
    version: t.exposeInt('version'),
  }),
});

export const StatutoryPower = builder.prismaNode('StatutoryPower', {
  ...recordNode,
  fields: (t) => ({
    verb: t.expose('verb', { type: PowerVerb }),
    processArea: t.expose('processArea', { type: ProcessArea }),
    ceilingAmount: t.expose('ceilingAmount', { type: 'Decimal', nullable: true }),
    basisTh: t.exposeString('basisTh'),
    validFrom: t.expose('validFrom', { type: 'Date' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true }),
    origin: t.expose('origin', { type: Origin }),
    version: t.exposeInt('version'),
  }),
});
