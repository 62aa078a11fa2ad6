import { Agency } from '../../agency/agency.type.ts';
import { builder } from '../../graphql/builder.ts';
import { Origin } from '../../graphql/enums.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { recordNode } from '../../graphql/nodes.ts';
import { IndicatorOperator, PowerVerb } from '../../taxonomy/taxonomy.enums.ts';
import { DelegationDutyKind } from '../delegation.enums.ts';

builder.prismaNode('DelegationMeasure', {
  ...recordNode,
  fields: (t) => ({
    project: t.relation('project', { description: 'โครงการในแผน · The project of the plan that is this measure.' }),
    orderNameTh: t.exposeString('orderNameTh', { nullable: true }),
    ordersOperator: t.expose('ordersOperator', { type: IndicatorOperator, nullable: true }),
    ordersCountPrinted: t.exposeInt('ordersCountPrinted', { nullable: true }),
    chainsAreExamples: t.exposeBoolean('chainsAreExamples'),
    powers: t.expose('powers', { type: [PowerVerb] }),
    basisTh: t.exposeStringList('basisTh', { listSize: most.transcribed }),
    chainNoteTh: t.exposeString('chainNoteTh', { nullable: true }),
    chainNoteEn: t.exposeString('chainNoteEn', { nullable: true }),
    chains: t.relation('chains', { query: { orderBy: { sortOrder: 'asc' } }, listSize: most.transcribed }),
    duties: t.relation('duties', { query: { orderBy: { sortOrder: 'asc' } }, listSize: most.transcribed }),
    origin: t.expose('origin', { type: Origin }),
    sourceDocument: t.exposeString('sourceDocument', { nullable: true }),
  }),
});

builder.prismaNode('DelegationChain', {
  ...recordNode,
  fields: (t) => ({
    sortOrder: t.exposeInt('sortOrder'),
    delegatorTh: t.exposeString('delegatorTh'),
    delegatesTh: t.exposeStringList('delegatesTh', { listSize: most.transcribed }),
    noteEn: t.exposeString('noteEn', { nullable: true }),
  }),
});

builder.prismaNode('DelegationDuty', {
  ...recordNode,
  fields: (t) => ({
    sortOrder: t.exposeInt('sortOrder'),
    kind: t.expose('kind', { type: DelegationDutyKind }),
    partyTh: t.exposeString('partyTh', { nullable: true }),
    partyEn: t.exposeString('partyEn', { nullable: true }),
  }),
});

builder.prismaObjectFields(Agency, (t) => ({
  delegationMeasures: t.relation('delegationMeasures', {
    nullable: true,
    description: 'มาตรการออกคำสั่งมอบหมายในแผน · What the agency’s plans promise about delegation orders.',
    query: { orderBy: { id: 'asc' } },
    listSize: most.transcribed,
  }),
}));
