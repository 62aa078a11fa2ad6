import { Agency } from '../agency/agency.type.ts';
import { builder } from '../graphql/builder.ts';
import { Origin, RecordStatus } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import { recordVersion } from '../lifecycle/record/record-version.logic.ts';
import { SwotFactor, SwotQuadrant } from './swot.enums.ts';

export const SwotAnalysis = builder.prismaNode('SwotAnalysis', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency that owns the analysis.' }),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear' }),
    status: t.expose('status', { type: RecordStatus }),
    items: t.relation('items', {
      query: { orderBy: [{ quadrant: 'asc' }, { rank: 'asc' }, { id: 'asc' }] },
      listSize: 4 * most.itemsOfQuadrant,
    }),
    origin: t.expose('origin', { type: Origin }),
    sourceDocument: t.exposeString('sourceDocument', { nullable: true }),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
    version: t.int(recordVersion),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'แก้ไขล่าสุด · Last change.' }),
  }),
});

export const SwotAnalysisConnection = builder.connectionObject({ type: SwotAnalysis, name: 'SwotAnalysisConnection' });

export const SwotItem = builder.prismaNode('SwotItem', {
  ...recordNode,
  fields: (t) => ({
    quadrant: t.expose('quadrant', { type: SwotQuadrant }),
    factor: t.expose('factor', { type: SwotFactor }),
    rank: t.exposeInt('rank'),
    textTh: t.exposeString('textTh'),
    textEn: t.exposeString('textEn', { nullable: true }),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
    version: t.exposeInt('version'),
  }),
});

whereInput('SwotItemWhere', { th: 'รายการ SWOT', en: 'SWOT items' }, {}, { loaded: ['risks', 'projects'] });

export const SwotWhere = whereInput('SwotAnalysisWhere', { th: 'การวิเคราะห์ SWOT', en: 'SWOT analyses' }, {});

export const SwotOrder = orderInput(
  'SwotAnalysisOrder',
  { th: 'การวิเคราะห์ SWOT', en: 'SWOT analyses' },
  { fiscalYear: 'ปีงบประมาณ · Fiscal year.', status: 'สถานะ · Status.', updatedAt: 'แก้ไขล่าสุด · Last change.' },
);

export const swotList: ListPolicy = {
  model: 'SwotAnalysis',
  shape: shapeOf('SwotAnalysis'),
  defaultOrder: { fiscalYear: 'desc' },
  // An analysis says nothing but what its items say.
  searched: (wordsOf) => ({ items: { some: wordsOf('SwotItem') } }),
};

builder.prismaObjectFields(Agency, (t) => ({
  swotAnalyses: t.relatedConnection(
    'swotAnalyses',
    {
      ...relatedList(swotList),
      nullable: true,
      description: 'การวิเคราะห์ SWOT ของหน่วยงาน · SWOT analyses of the agency that the viewer may see, newest first.',
      args: listArguments(SwotWhere, SwotOrder),
    },
    SwotAnalysisConnection,
  ),
}));
