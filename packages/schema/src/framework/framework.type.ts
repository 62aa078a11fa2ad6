import { builder } from '../core/builder.ts';
import { most } from '../core/limits/parts.logic.ts';

export const Framework = builder.prismaNode('Framework', {
  nullable: true,
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({
    version: t.exposeString('version'),
    titleTh: t.exposeString('titleTh'),
    titleEn: t.exposeString('titleEn'),
    fiscalYearFrom: t.expose('fiscalYearFrom', { type: 'FiscalYear' }),
    fiscalYearTo: t.expose('fiscalYearTo', { type: 'FiscalYear' }),
    dimensions: t.relation('dimensions', {
      query: { orderBy: { number: 'asc' } },
      listSize: most.partsOfFramework,
    }),
  }),
});

export const FrameworkDimension = builder.prismaNode('FrameworkDimension', {
  nullable: true,
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({
    number: t.exposeInt('number'),
    titleTh: t.exposeString('titleTh'),
    titleEn: t.exposeString('titleEn'),
    missions: t.relation('missions', { query: { orderBy: { code: 'asc' } }, listSize: most.partsOfFramework }),
  }),
});

export const FrameworkMission = builder.prismaNode('FrameworkMission', {
  nullable: true,
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({
    code: t.exposeString('code'),
    titleTh: t.exposeString('titleTh', { nullable: true }),
    titleEn: t.exposeString('titleEn', { nullable: true }),
    subMissions: t.relation('subMissions', { query: { orderBy: { code: 'asc' } }, listSize: most.partsOfFramework }),
  }),
});

export const FrameworkSubMission = builder.prismaNode('FrameworkSubMission', {
  nullable: true,
  id: { field: 'id' },
  select: { id: true },
  fields: (t) => ({
    code: t.exposeString('code'),
    titleTh: t.exposeString('titleTh', { nullable: true }),
    titleEn: t.exposeString('titleEn', { nullable: true }),
  }),
});
