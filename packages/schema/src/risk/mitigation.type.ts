import { Agency } from '../agency/agency.type.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import { builder } from '../graphql/builder.ts';
import { Origin } from '../graphql/enums.ts';
import { orderInput, whereInput } from '../graphql/filters/inputs.ts';
import { shapeOf, stateOf } from '../graphql/filters/shape.ts';
import { enumFilter, FiscalYearFilter } from '../graphql/filters/value-filters.ts';
import { recordNode } from '../graphql/nodes.ts';
import { onTheDay } from '../graphql/on-the-day.ts';
import type { ListPolicy } from '../graphql/paging/connection.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { relatedList } from '../graphql/paging/record-lists.ts';
import { projectById } from '../plan/plan.loader.ts';
import { Project } from '../plan/project.type.ts';
import { shownStatus, shownStatuses, whereShown } from './mitigation.logic.ts';
import { MitigationStatus, MitigationStrategy } from './risk.enums.ts';

export const Mitigation = builder.prismaNode('Mitigation', {
  ...recordNode,
  fields: (t) => ({
    agency: t.relation('agency', { description: 'หน่วยงานเจ้าของ · The agency that owns the mitigation.' }),
    risk: t.relation('risk'),
    sortOrder: t.exposeInt('sortOrder'),
    measureTh: t.exposeString('measureTh'),
    measureEn: t.exposeString('measureEn', { nullable: true }),
    strategy: t.expose('strategy', { type: MitigationStrategy }),
    ownerUnit: t.relation('ownerUnit', { nullable: true }),
    ownerPosition: t.relation('ownerPosition', { nullable: true }),
    dueOn: t.expose('dueOn', { type: 'Date' }),
    budgetAmount: t.expose('budgetAmount', { type: 'Decimal', nullable: true }),
    progressPercent: t.exposeInt('progressPercent'),
    status: t.field({
      type: MitigationStatus,
      description: 'สถานะ รวมเกินกำหนดที่คำนวณจากวันนี้ · Status; OVERDUE is computed for today in Bangkok.',
      select: { status: true, dueOn: true },
      resolve: onTheDay(({ status, dueOn }, today) => shownStatus(status, dueOn, today)),
    }),
    doneOn: t.expose('doneOn', { type: 'Date', nullable: true }),
    cancelReasonTh: t.exposeString('cancelReasonTh', { nullable: true }),
    project: t.field({
      type: Project,
      nullable: true,
      description:
        'โครงการที่เกี่ยวข้อง · The project that carries it; null when there is none or the viewer may not see it.',
      select: { projectId: true },
      resolve: ({ projectId }, _args, context, info) => projectById(projectId, context, info),
    }),
    origin: t.expose('origin', { type: Origin }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'แก้ไขล่าสุด · Last change.' }),
  }),
});

export const MitigationConnection = builder.connectionObject({ type: Mitigation, name: 'MitigationConnection' });

export const MitigationWhere = whereInput(
  'MitigationWhere',
  { th: 'มาตรการจัดการความเสี่ยง', en: 'mitigations' },
  { fiscalYear: FiscalYearFilter, status: enumFilter('MitigationStatusFilter', MitigationStatus) },
  { loaded: ['project'] },
);

export const MitigationOrder = orderInput(
  'MitigationOrder',
  { th: 'มาตรการจัดการความเสี่ยง', en: 'mitigations' },
  {
    dueOn: 'กำหนดแล้วเสร็จ · Due date.',
    progressPercent: 'ความก้าวหน้า · Progress.',
    measureTh: 'มาตรการตามพจนานุกรม · Thai text, by the Thai dictionary.',
    updatedAt: 'แก้ไขล่าสุด · Last change.',
  },
);

export const mitigationList: ListPolicy = {
  model: 'Mitigation',
  defaultOrder: { dueOn: 'asc' },
  shape: shapeOf('Mitigation', {
    status: stateOf(shownStatuses, (statuses) => whereShown(statuses, todayInBangkok())),
  }),
};

builder.prismaObjectFields(Agency, (t) => ({
  mitigations: t.relatedConnection(
    'mitigations',
    {
      ...relatedList(mitigationList),
      nullable: true,
      description: 'มาตรการจัดการความเสี่ยงของหน่วยงาน · Mitigations of the agency that the viewer may see, by due date.',
      args: listArguments(MitigationWhere, MitigationOrder),
    },
    MitigationConnection,
  ),
}));
