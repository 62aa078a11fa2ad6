import { builder } from '../graphql/builder.ts';
import { storedEnum } from '../graphql/enums.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { recordNode } from '../graphql/nodes.ts';
import { levelMeanings } from './level.logic.ts';

export const RiskLevel = storedEnum('RiskLevel', 'ระดับความเสี่ยง · Risk level by a method.', levelMeanings);

export const RiskScaleAxis = storedEnum('RiskScaleAxis', 'มาตรวัด · Scale of a method.', {
  LIKELIHOOD: 'โอกาส · Likelihood.',
  IMPACT: 'ผลกระทบ · Impact.',
});

export const RiskMethod = builder.prismaNode('RiskMethod', {
  ...recordNode,
  fields: (t) => ({
    code: t.exposeString('code'),
    version: t.exposeString('version'),
    titleTh: t.exposeString('titleTh'),
    titleEn: t.exposeString('titleEn'),
    fiscalYearFrom: t.expose('fiscalYearFrom', { type: 'FiscalYear' }),
    likelihoodMax: t.exposeInt('likelihoodMax'),
    impactMax: t.exposeInt('impactMax'),
    isDefault: t.exposeBoolean('isDefault'),
    basisTh: t.exposeString('basisTh', { nullable: true }),
    levels: t.relation('levels', { query: { orderBy: { level: 'asc' } }, listSize: most.levelsOfMethod }),
    scalePoints: t.relation('scalePoints', {
      query: { orderBy: [{ axis: 'asc' }, { value: 'asc' }] },
      listSize: 2 * most.stepsOfScale,
    }),
    cells: t.relation('cells', {
      query: { orderBy: [{ likelihood: 'asc' }, { impact: 'asc' }] },
      listSize: most.stepsOfScale ** 2,
    }),
  }),
});

builder.prismaObject('RiskMethodLevel', {
  fields: (t) => ({
    level: t.expose('level', { type: RiskLevel }),
    labelTh: t.exposeString('labelTh'),
    labelEn: t.exposeString('labelEn'),
    colour: t.exposeString('colour'),
    isAcceptable: t.exposeBoolean('isAcceptable'),
    needsPlan: t.exposeBoolean('needsPlan'),
  }),
});

builder.prismaObject('RiskScalePoint', {
  fields: (t) => ({
    axis: t.expose('axis', { type: RiskScaleAxis }),
    value: t.exposeInt('value'),
    labelTh: t.exposeString('labelTh'),
    labelEn: t.exposeString('labelEn'),
    meaningTh: t.exposeString('meaningTh'),
  }),
});

builder.prismaObject('RiskMethodCell', {
  fields: (t) => ({
    method: t.relation('method', { description: 'วิธีประเมินที่มีช่องนี้ · The method whose matrix has the cell.' }),
    likelihood: t.exposeInt('likelihood'),
    impact: t.exposeInt('impact'),
    score: t.exposeInt('score'),
    level: t.expose('level', { type: RiskLevel }),
  }),
});
