import { Agency } from '../agency/agency.type.ts';
import { EntryStatus, PublicationChannel } from '../entry/entry.enums.ts';
import { entryOpenActs } from '../entry/entry-fields.ts';
import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf } from '../graphql/filters/shape.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { recordLoader } from '../graphql/loader.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import { ItaIndicator } from '../ita/rule-set.type.ts';
import { IndicatorOperator } from '../taxonomy/taxonomy.enums.ts';
import { ResultFrequency } from './guideline.enums.ts';
import { indicatorField } from './guideline.type.ts';
import { indicatorIdOfYear } from './indicator-of-year.loader.ts';

const itaIndicatorById = recordLoader((db) => db.itaIndicator);

const CHANNELS = 12;

export const GuidelineResult = builder.prismaNode('GuidelineResult', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency that owns the result.' }),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear' }),
    indicatorNumber: t.exposeInt('indicatorNumber'),
    indicator: t.field({
      ...indicatorField,
      type: ItaIndicator,
      nullable: true,
      select: { fiscalYear: true, indicatorNumber: true },
      resolve: async ({ fiscalYear, indicatorNumber }, _args, context, info) =>
        itaIndicatorById(await indicatorIdOfYear(context).load({ fiscalYear, number: indicatorNumber }), context, info),
    }),
    number: t.exposeInt('number'),
    isNumbered: t.exposeBoolean('isNumbered'),
    guideline: t.relation('guideline', { nullable: true }),
    textTh: t.exposeString('textTh'),
    textEn: t.exposeString('textEn', { nullable: true }),
    parts: t.relation('parts', { query: { orderBy: { number: 'asc' } }, listSize: most.partsOfResult }),
    frequency: t.expose('frequency', { type: ResultFrequency, nullable: true }),
    operator: t.expose('operator', { type: IndicatorOperator, nullable: true }),
    threshold: t.expose('threshold', { type: 'Decimal', nullable: true }),
    unit: t.exposeString('unit', { nullable: true }),
    unitTh: t.exposeString('unitTh', { nullable: true }),
    systemNamed: t.exposeString('systemNamed', { nullable: true }),
    listCount: t.exposeInt('listCount', { nullable: true }),
    responsibleUnit: t.relation('responsibleUnit', { nullable: true }),
    responsiblePosition: t.relation('responsiblePosition', { nullable: true }),
    evidenceUrls: t.exposeStringList('evidenceUrls', { listSize: most.evidenceOfReport }),
    noteTh: t.exposeString('noteTh', { nullable: true }),
    status: t.expose('status', { type: EntryStatus }),
    publishedOn: t.expose('publishedOn', { type: 'Date', nullable: true }),
    publicationChannels: t.expose('publicationChannels', { type: [PublicationChannel], listSize: CHANNELS }),
    publicationAddress: t.exposeString('publicationAddress', { nullable: true }),
    openActs: t.field(entryOpenActs),
    origin: t.expose('origin', { type: Origin }),
    sourceDocument: t.exposeString('sourceDocument', { nullable: true }),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'แก้ไขล่าสุด · Last change.' }),
  }),
});

builder.prismaNode('GuidelineResultPart', {
  ...recordNode,
  fields: (t) => ({
    number: t.exposeInt('number'),
    textTh: t.exposeString('textTh'),
    textEn: t.exposeString('textEn', { nullable: true }),
    reportYear: t.expose('reportYear', { type: 'FiscalYear', nullable: true }),
    frequency: t.expose('frequency', { type: ResultFrequency, nullable: true }),
  }),
});

export const GuidelineResultConnection = builder.connectionObject({
  type: GuidelineResult,
  name: 'GuidelineResultConnection',
});

const names = { th: 'ผลตามตัวชี้วัด', en: 'results by indicator' };

export const GuidelineResultWhere = whereInput('GuidelineResultWhere', names, {});

export const GuidelineResultOrder = orderInput('GuidelineResultOrder', names, {
  fiscalYear: 'ปีงบประมาณ · Fiscal year.',
  indicatorNumber: 'ลำดับตัวชี้วัด · Number of the indicator.',
  number: 'ข้อที่ · Number.',
});

export const guidelineResultList: ListPolicy = {
  model: 'GuidelineResult',
  shape: shapeOf('GuidelineResult'),
  defaultOrder: { fiscalYear: 'desc', indicatorNumber: 'asc', number: 'asc' },
};

builder.prismaObjectFields(Agency, (t) => ({
  indicatorResults: t.relatedConnection(
    'guidelineResults',
    {
      ...relatedList(guidelineResultList),
      nullable: true,
      description: 'ผลตามตัวชี้วัดของหน่วยงาน · Results by indicator of the agency that the viewer may see, in order.',
      args: listArguments(GuidelineResultWhere, GuidelineResultOrder),
    },
    GuidelineResultConnection,
  ),
}));
