import { builder } from '../graphql/builder.ts';
import { storedEnum } from '../graphql/enums.ts';
import { whereInput } from '../graphql/filters/inputs.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { recordNode } from '../graphql/nodes.ts';

export const FrameworkCoverage = storedEnum(
  'FrameworkCoverage',
  'ความครบถ้วนของกรอบแผนที่บันทึกไว้ · How much of a framework is recorded.',
  {
    PARTIAL:
      'บันทึกไว้เพียงบางภารกิจ ภารกิจที่ไม่พบอาจมีในกรอบแผน · Only some missions: one that is not here may well be in the framework.',
    COMPLETE: 'บันทึกไว้ครบทุกภารกิจ · All missions.',
  },
);

export const Framework = builder.prismaNode('Framework', {
  ...recordNode,
  fields: (t) => ({
    version: t.exposeString('version'),
    titleTh: t.exposeString('titleTh'),
    titleEn: t.exposeString('titleEn'),
    fiscalYearFrom: t.expose('fiscalYearFrom', { type: 'FiscalYear' }),
    fiscalYearTo: t.expose('fiscalYearTo', { type: 'FiscalYear' }),
    coverage: t.expose('coverage', { type: FrameworkCoverage }),
    dimensions: t.relation('dimensions', {
      query: { orderBy: { number: 'asc' } },
      listSize: most.partsOfFramework,
    }),
  }),
});

export const FrameworkDimension = builder.prismaNode('FrameworkDimension', {
  ...recordNode,
  fields: (t) => ({
    number: t.exposeInt('number'),
    titleTh: t.exposeString('titleTh'),
    titleEn: t.exposeString('titleEn'),
    missions: t.relation('missions', { query: { orderBy: { code: 'asc' } }, listSize: most.partsOfFramework }),
  }),
});

export const FrameworkMission = builder.prismaNode('FrameworkMission', {
  ...recordNode,
  fields: (t) => ({
    code: t.exposeString('code'),
    titleTh: t.exposeString('titleTh', { nullable: true }),
    titleEn: t.exposeString('titleEn', { nullable: true }),
    subMissions: t.relation('subMissions', { query: { orderBy: { code: 'asc' } }, listSize: most.partsOfFramework }),
  }),
});

export const FrameworkSubMission = builder.prismaNode('FrameworkSubMission', {
  ...recordNode,
  fields: (t) => ({
    code: t.exposeString('code'),
    titleTh: t.exposeString('titleTh', { nullable: true }),
    titleEn: t.exposeString('titleEn', { nullable: true }),
  }),
});

whereInput('DimensionWhere', { th: 'มิติ', en: 'dimensions' }, {}, { type: 'FrameworkDimension' });
whereInput('MissionWhere', { th: 'ภารกิจ', en: 'missions' }, {}, { type: 'FrameworkMission' });
