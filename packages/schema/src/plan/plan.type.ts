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
import { PlanStatementKind, PrintedFigureKind } from './plan.enums.ts';

export const Plan = builder.prismaNode('Plan', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency that owns the plan.' }),
    framework: t.relation('framework'),
    titleTh: t.exposeString('titleTh'),
    titleEn: t.exposeString('titleEn', { nullable: true }),
    printedTitle: t.exposeString('printedTitle', { nullable: true }),
    inferred: t.exposeStringList('inferred', { listSize: most.inferredFields }),
    noteTh: t.exposeString('noteTh', { nullable: true }),
    noteEn: t.exposeString('noteEn', { nullable: true }),
    fiscalYearFrom: t.expose('fiscalYearFrom', { type: 'FiscalYear' }),
    fiscalYearTo: t.expose('fiscalYearTo', { type: 'FiscalYear' }),
    announcedOn: t.expose('announcedOn', { type: 'Date', nullable: true }),
    status: t.expose('status', { type: RecordStatus }),
    statements: t.relation('statements', {
      query: { orderBy: [{ kind: 'asc' }, { sortOrder: 'asc' }] },
      listSize: most.statementsOfPlan,
    }),
    printedFigures: t.relation('printedFigures', {
      query: { orderBy: [{ kind: 'asc' }, { dimensionNumber: 'asc' }, { fiscalYear: 'asc' }] },
      listSize: most.transcribed,
    }),
    origin: t.expose('origin', { type: Origin }),
    sourceDocument: t.exposeString('sourceDocument', { nullable: true }),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
    version: t.int(recordVersion),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'แก้ไขล่าสุด · Last change.' }),
  }),
});

export const PlanConnection = builder.connectionObject({ type: Plan, name: 'PlanConnection' });

builder.prismaNode('PlanStatement', {
  ...recordNode,
  fields: (t) => ({
    kind: t.expose('kind', { type: PlanStatementKind }),
    sortOrder: t.exposeInt('sortOrder'),
    textTh: t.exposeString('textTh'),
    textEn: t.exposeString('textEn', { nullable: true }),
  }),
});

builder.prismaNode('PrintedFigure', {
  ...recordNode,
  fields: (t) => ({
    kind: t.expose('kind', { type: PrintedFigureKind }),
    dimensionNumber: t.exposeInt('dimensionNumber', { nullable: true }),
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear', nullable: true }),
    printedText: t.exposeString('printedText'),
    value: t.expose('value', { type: 'Decimal', nullable: true }),
    sourceSection: t.exposeString('sourceSection', { nullable: true }),
  }),
});

export const PlanWhere = whereInput('PlanWhere', { th: 'แผน', en: 'plans' }, {}, { loaded: ['copiedFrom'] });

export const PlanOrder = orderInput(
  'PlanOrder',
  { th: 'แผน', en: 'plans' },
  {
    fiscalYearFrom: 'ปีงบประมาณแรก · First fiscal year.',
    titleTh: 'ชื่อไทยตามพจนานุกรม · Thai title, by the Thai dictionary.',
    status: 'สถานะ · Status.',
    updatedAt: 'แก้ไขล่าสุด · Last change.',
  },
);

export const planList: ListPolicy = {
  model: 'Plan',
  shape: shapeOf('Plan'),
  defaultOrder: { fiscalYearFrom: 'desc' },
};

builder.prismaObjectFields(Agency, (t) => ({
  plans: t.relatedConnection(
    'plans',
    {
      ...relatedList(planList),
      nullable: true,
      description: 'แผนของหน่วยงาน · Plans of the agency that the viewer may see, newest first.',
      args: listArguments(PlanWhere, PlanOrder),
    },
    PlanConnection,
  ),
}));
