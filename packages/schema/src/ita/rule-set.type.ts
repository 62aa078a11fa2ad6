import { builder } from '../graphql/builder.ts';
import { storedEnum } from '../graphql/enums.ts';
import { whereInput } from '../graphql/filters/inputs.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { recordNode } from '../graphql/nodes.ts';
import { instrumentCodes, instrumentMeanings } from './instrument.logic.ts';

export const ItaInstrumentCode = storedEnum(
  'ItaInstrumentCode',
  'เครื่องมือของการประเมิน ITA · Instrument of the integrity and transparency assessment (ITA).',
  instrumentMeanings,
);

export const ItaCompleteness = storedEnum(
  'ItaCompleteness',
  'ความครบถ้วนของชุดเกณฑ์ที่บันทึกไว้ · How much of a rule set is recorded.',
  {
    PARTIAL:
      'บันทึกไว้บางส่วน รายการ OIT หรือปฏิทินที่ไม่พบอาจมีในประกาศ · In part: items of the OIT or a calendar that are not here may well be in the announcement.',
    COMPLETE: 'บันทึกไว้ครบตามแหล่งที่มา · All that the source states.',
  },
);

export const ItaRuleSet = builder.prismaNode('ItaRuleSet', {
  ...recordNode,
  fields: (t) => ({
    code: t.exposeString('code'),
    titleTh: t.exposeString('titleTh'),
    titleEn: t.exposeString('titleEn'),
    fiscalYearFrom: t.expose('fiscalYearFrom', { type: 'FiscalYear' }),
    fiscalYearTo: t.expose('fiscalYearTo', { type: 'FiscalYear', nullable: true }),
    passMark: t.expose('passMark', { type: 'Decimal' }),
    completeness: t.expose('completeness', { type: ItaCompleteness }),
    sourceTh: t.exposeString('sourceTh'),
    instruments: t.relation('instruments', { query: { orderBy: { code: 'asc' } }, listSize: instrumentCodes.length }),
    indicators: t.relation('indicators', {
      query: { orderBy: { number: 'asc' } },
      listSize: most.indicatorsOfRuleSet,
    }),
    grades: t.relation('grades', { query: { orderBy: { rank: 'asc' } }, listSize: most.gradesOfRuleSet }),
  }),
});

export const ItaInstrument = builder.prismaObject('ItaInstrument', {
  fields: (t) => ({
    code: t.expose('code', { type: ItaInstrumentCode }),
    nameTh: t.exposeString('nameTh'),
    nameEn: t.exposeString('nameEn'),
    weightPercent: t.expose('weightPercent', { type: 'Decimal' }),
    indicators: t.relation('indicators', {
      query: { orderBy: { number: 'asc' } },
      listSize: most.indicatorsOfRuleSet,
    }),
  }),
});

export const ItaIndicator = builder.prismaNode('ItaIndicator', {
  ...recordNode,
  fields: (t) => ({
    number: t.exposeInt('number'),
    nameTh: t.exposeString('nameTh'),
    nameEn: t.exposeString('nameEn'),
    instrumentCode: t.expose('instrumentCode', { type: ItaInstrumentCode }),
    ruleSet: t.relation('ruleSet'),
  }),
});

export const ItaGradeBand = builder.prismaObject('ItaGradeBand', {
  fields: (t) => ({
    code: t.exposeString('code'),
    rank: t.exposeInt('rank'),
    nameTh: t.exposeString('nameTh'),
    nameEn: t.exposeString('nameEn'),
    leastTotal: t.expose('leastTotal', { type: 'Decimal' }),
    leastOfEachInstrument: t.expose('leastOfEachInstrument', { type: 'Decimal', nullable: true }),
  }),
});

whereInput('ItaIndicatorWhere', { th: 'ตัวชี้วัด ITA', en: 'indicators of the ITA' }, {}, { type: 'ItaIndicator' });
