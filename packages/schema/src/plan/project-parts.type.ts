import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { recordNode } from '../graphql/nodes.ts';
import { IndicatorOperator } from '../taxonomy/taxonomy.enums.ts';
import { IndicatorKind } from './plan.enums.ts';

builder.prismaNode('ProjectStep', {
  ...recordNode,
  fields: (t) => ({
    sortOrder: t.exposeInt('sortOrder'),
    textTh: t.exposeString('textTh'),
    textEn: t.exposeString('textEn', { nullable: true }),
    children: t.relation('children', {
      query: { orderBy: { sortOrder: 'asc' } },
      listSize: { each: most.stepsOfProject, all: most.subStepsOfProject, of: 'Project' },
    }),
  }),
});

builder.prismaNode('TargetGroup', {
  ...recordNode,
  fields: (t) => ({
    sortOrder: t.exposeInt('sortOrder'),
    textTh: t.exposeString('textTh', { nullable: true }),
    textEn: t.exposeString('textEn', { nullable: true }),
    headcount: t.exposeInt('headcount', { nullable: true }),
  }),
});

export const Indicator = builder.prismaNode('Indicator', {
  ...recordNode,
  fields: (t) => ({
    sortOrder: t.exposeInt('sortOrder'),
    kind: t.expose('kind', { type: IndicatorKind }),
    textTh: t.exposeString('textTh'),
    textEn: t.exposeString('textEn', { nullable: true }),
    operator: t.expose('operator', { type: IndicatorOperator, nullable: true }),
    threshold: t.expose('threshold', { type: 'Decimal', nullable: true }),
    unit: t.exposeString('unit', { nullable: true }),
    unitTh: t.exposeString('unitTh', { nullable: true }),
    measuredByTh: t.exposeString('measuredByTh', { nullable: true }),
    measuredByEn: t.exposeString('measuredByEn', { nullable: true }),
    comparesWithPreviousYear: t.exposeBoolean('comparesWithPreviousYear'),
    inferred: t.exposeStringList('inferred', { listSize: most.inferredFields }),
    version: t.exposeInt('version'),
  }),
});

builder.prismaNode('ProjectNote', {
  ...recordNode,
  fields: (t) => ({
    sortOrder: t.exposeInt('sortOrder'),
    textTh: t.exposeString('textTh'),
    textEn: t.exposeString('textEn', { nullable: true }),
  }),
});

export const ProgressReport = builder.prismaNode('ProgressReport', {
  ...recordNode,
  fields: (t) => ({
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear' }),
    quarter: t.exposeInt('quarter'),
    progressPercent: t.exposeInt('progressPercent'),
    spentAmount: t.expose('spentAmount', { type: 'Decimal', nullable: true }),
    summaryTh: t.exposeString('summaryTh', { nullable: true }),
    problemsTh: t.exposeString('problemsTh', { nullable: true }),
    evidenceUrls: t.exposeStringList('evidenceUrls', { listSize: most.evidenceOfReport }),
    values: t.relation('values', { query: { orderBy: { indicatorId: 'asc' } }, listSize: most.valuesOfReport }),
    origin: t.expose('origin', { type: Origin }),
    version: t.exposeInt('version'),
  }),
});

builder.prismaObject('ProgressIndicatorValue', {
  fields: (t) => ({
    indicator: t.relation('indicator'),
    value: t.expose('value', { type: 'Decimal' }),
  }),
});
