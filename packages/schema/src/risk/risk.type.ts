import { Agency } from '../agency/agency.type.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf, stateOf } from '../graphql/filters/shape.ts';
import { enumFilter } from '../graphql/filters/value-filters.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { recordNode } from '../graphql/nodes.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import { CorruptionType, ProcessArea } from '../taxonomy/taxonomy.enums.ts';
import { RiskRegister } from './register.type.ts';
import { reviewStates, whereReviewed } from './review.logic.ts';
import { CurrentRiskLevel, ItaArea, RiskFactorKind, RiskReviewState } from './risk.enums.ts';

export const Risk = builder.prismaNode('Risk', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency that owns the risk.' }),
    register: t.relation('register'),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear' }),
    code: t.exposeString('code'),
    titleTh: t.exposeString('titleTh'),
    titleEn: t.exposeString('titleEn', { nullable: true }),
    processArea: t.expose('processArea', { type: ProcessArea }),
    furtherProcessAreas: t.expose('furtherProcessAreas', { type: [ProcessArea] }),
    corruptionTypes: t.expose('corruptionTypes', { type: [CorruptionType] }),
    itaArea: t.expose('itaArea', { type: ItaArea, nullable: true }),
    factorKind: t.expose('factorKind', { type: RiskFactorKind, nullable: true }),
    actorTh: t.exposeString('actorTh', { nullable: true }),
    actorEn: t.exposeString('actorEn', { nullable: true }),
    responsibleUnit: t.relation('responsibleUnit', { nullable: true }),
    unitInferred: t.exposeBoolean('unitInferred'),
    inferred: t.exposeStringList('inferred', { listSize: most.inferredFields }),
    noteTh: t.exposeString('noteTh', { nullable: true }),
    level: t.expose('level', { type: CurrentRiskLevel }),
    score: t.exposeInt('score', { nullable: true }),
    likelihood: t.exposeInt('likelihood', { nullable: true }),
    impact: t.exposeInt('impact', { nullable: true }),
    currentAssessment: t.relation('currentAssessment', { nullable: true }),
    assessments: t.relation('assessments', {
      description: `ประวัติการประเมิน ใหม่สุดก่อน (ไม่เกิน ${most.assessmentsShown}) · Its assessments, the newest ${most.assessmentsShown}, newest first.`,
      query: {
        orderBy: [{ assessedOn: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
        take: most.assessmentsShown,
      },
      listSize: most.assessmentsShown,
    }),
    causes: t.relation('causes', {
      description: 'สาเหตุ · Causes.',
      query: { orderBy: { sortOrder: 'asc' } },
      listSize: most.partsOfRisk,
    }),
    controls: t.relation('controls', {
      description: 'การควบคุมที่มีอยู่ · Controls that exist.',
      query: { orderBy: { sortOrder: 'asc' } },
      listSize: most.partsOfRisk,
    }),
    mitigations: t.relation('mitigations', {
      description: 'มาตรการจัดการ · Mitigations, in order.',
      query: { orderBy: { sortOrder: 'asc' } },
      listSize: most.partsOfRisk,
    }),
    acceptances: t.relation('acceptances', {
      description: `การยอมรับความเสี่ยง ใหม่สุดก่อน (ไม่เกิน ${most.acceptancesShown}) · Acceptances, the newest ${most.acceptancesShown}, newest first.`,
      query: { orderBy: [{ acceptedOn: 'desc' }, { id: 'desc' }], take: most.acceptancesShown },
      listSize: most.acceptancesShown,
    }),
    origin: t.expose('origin', { type: Origin }),
    sourceDocument: t.exposeString('sourceDocument', { nullable: true }),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'แก้ไขล่าสุด · Last change.' }),
  }),
});

export const RiskConnection = builder.connectionObject({ type: Risk, name: 'RiskConnection' });

export const RiskWhere = whereInput(
  'RiskWhere',
  { th: 'ความเสี่ยง', en: 'risks' },
  { reviewState: enumFilter('RiskReviewStateFilter', RiskReviewState) },
  { loaded: ['carriedFrom', 'powers', 'swotItems'] },
);

export const RiskOrder = orderInput(
  'RiskOrder',
  { th: 'ความเสี่ยง', en: 'risks' },
  {
    code: 'รหัส · Code.',
    score: 'คะแนนปัจจุบัน ที่ยังไม่ประเมินอยู่ท้าย · Current score; unassessed ones last.',
    level: 'ระดับปัจจุบัน · Current level.',
    fiscalYear: 'ปีงบประมาณ · Fiscal year.',
    titleTh: 'เหตุการณ์ตามพจนานุกรม · Thai title, by the Thai dictionary.',
    updatedAt: 'แก้ไขล่าสุด · Last change.',
  },
);

export const riskList: ListPolicy = {
  model: 'Risk',
  defaultOrder: { code: 'asc' },
  shape: shapeOf('Risk', {
    reviewState: stateOf(reviewStates, (states) => whereReviewed(states, todayInBangkok())),
  }),
};

builder.prismaObjectFields(RiskRegister, (t) => ({
  risks: t.relatedConnection(
    'risks',
    {
      ...relatedList(riskList),
      description: 'ความเสี่ยงในทะเบียน · Risks of the register, by code unless ordered otherwise.',
      args: listArguments(RiskWhere, RiskOrder),
    },
    RiskConnection,
  ),
}));

builder.prismaObjectFields(Agency, (t) => ({
  risks: t.relatedConnection(
    'risks',
    {
      ...relatedList(riskList),
      nullable: true,
      description:
        'ความเสี่ยงของหน่วยงาน · Risks of the agency that the viewer may see, by code unless ordered otherwise.',
      args: listArguments(RiskWhere, RiskOrder),
    },
    RiskConnection,
  ),
}));
