import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { enumFilter } from '../graphql/filters/value-filters.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { MitigationStrategy } from '../risk/risk.enums.ts';
import { CorruptionType, ProcessArea } from '../taxonomy/taxonomy.enums.ts';
import { LibraryRiskStatus } from './library.enums.ts';

export const LibraryRisk = builder.prismaNode('LibraryRisk', {
  ...recordNode,
  fields: (t) => ({
    code: t.exposeString('code'),
    titleTh: t.exposeString('titleTh'),
    titleEn: t.exposeString('titleEn', { nullable: true }),
    descriptionTh: t.exposeString('descriptionTh', { nullable: true }),
    processArea: t.expose('processArea', { type: ProcessArea }),
    corruptionTypes: t.expose('corruptionTypes', { type: [CorruptionType] }),
    status: t.expose('status', { type: LibraryRiskStatus }),
    measures: t.relation('measures', {
      query: { orderBy: { sortOrder: 'asc' } },
      listSize: most.measuresOfLibraryRisk,
    }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', nullable: true }),
    origin: t.expose('origin', { type: Origin }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'แก้ไขล่าสุด · Last change.' }),
  }),
});

builder.prismaObject('LibraryMeasure', {
  fields: (t) => ({
    sortOrder: t.exposeInt('sortOrder'),
    measureTh: t.exposeString('measureTh'),
    measureEn: t.exposeString('measureEn', { nullable: true }),
    strategy: t.expose('strategy', { type: MitigationStrategy }),
  }),
});

export const LibraryRiskConnection = builder.connectionObject({ type: LibraryRisk, name: 'LibraryRiskConnection' });

export const LibraryRiskWhere = whereInput(
  'LibraryRiskWhere',
  { th: 'ความเสี่ยงในคลัง', en: 'risks of the library' },
  { processArea: enumFilter('LibraryProcessAreaFilter', ProcessArea) },
);

export const LibraryRiskOrder = orderInput(
  'LibraryRiskOrder',
  { th: 'ความเสี่ยงในคลัง', en: 'risks of the library' },
  {
    code: 'รหัส · Code.',
    titleTh: 'เหตุการณ์ตามพจนานุกรม · Thai title, by the Thai dictionary.',
    publishedAt: 'วันที่เผยแพร่ ร่างอยู่ท้าย · When it was offered; drafts last.',
    updatedAt: 'แก้ไขล่าสุด · Last change.',
  },
);

export const libraryRiskList: ListPolicy = {
  model: 'LibraryRisk',
  shape: shapeOf('LibraryRisk'),
  defaultOrder: { code: 'asc' },
};
