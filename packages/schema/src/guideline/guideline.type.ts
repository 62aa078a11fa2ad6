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
import { indicatorIdOfYear } from './indicator-of-year.loader.ts';

const itaIndicatorById = recordLoader((db) => db.itaIndicator);

const CHANNELS = 12;

/** The indicator of the year's rule set, for what names it by its number. */
export const indicatorField = {
  description:
    'ตัวชี้วัดในชุดเกณฑ์ที่ใช้กับปีนั้น · The indicator in the rule set of the year, with its name and instrument; null where that rule set has no such number.',
} as const;

export const Guideline = builder.prismaNode('Guideline', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency that owns the guideline.' }),
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
    textTh: t.exposeString('textTh'),
    textEn: t.exposeString('textEn', { nullable: true }),
    results: t.relation('results', { query: { orderBy: { number: 'asc' } }, listSize: most.resultsOfIndicator }),
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

export const GuidelineConnection = builder.connectionObject({ type: Guideline, name: 'GuidelineConnection' });

const names = { th: 'แนวทางตามตัวชี้วัด', en: 'guidelines' };

export const GuidelineWhere = whereInput('GuidelineWhere', names, {});

export const GuidelineOrder = orderInput('GuidelineOrder', names, {
  fiscalYear: 'ปีงบประมาณ · Fiscal year.',
  indicatorNumber: 'ลำดับตัวชี้วัด · Number of the indicator.',
  number: 'ข้อที่ · Number.',
});

export const guidelineList: ListPolicy = {
  model: 'Guideline',
  shape: shapeOf('Guideline'),
  defaultOrder: { fiscalYear: 'desc', indicatorNumber: 'asc', number: 'asc' },
};

builder.prismaObjectFields(Agency, (t) => ({
  guidelines: t.relatedConnection(
    'guidelines',
    {
      ...relatedList(guidelineList),
      nullable: true,
      description: 'แนวทางตามตัวชี้วัดของหน่วยงาน · Guidelines of the agency that the viewer may see, by indicator.',
      args: listArguments(GuidelineWhere, GuidelineOrder),
    },
    GuidelineConnection,
  ),
}));
