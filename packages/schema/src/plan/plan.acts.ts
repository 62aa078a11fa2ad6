import { builder } from '../core/builder.ts';
import { listQuery } from '../core/connection.ts';
import { objects } from '../core/cost.ts';
import { listArguments } from '../core/list-arguments.ts';
import { EditionConnection, EditionOrder, EditionWhere, editionList } from '../lifecycle/edition.type.ts';
import { LifecycleAct } from '../lifecycle/lifecycle.enums.ts';
import { recordActs } from '../lifecycle/record-acts.ts';
import { RecordChange } from '../lifecycle/record-change.type.ts';
import { changesSince, openRecordActs, SubmissionProblem } from '../lifecycle/record-fields.ts';
import { newestChangeFirst } from '../lifecycle/status-change.type.ts';
import { agencyDb, type ScopedDb } from '../tenancy/tenancy.ts';
import { planById } from './plan.loader.ts';
import { PlanPayload } from './plan.payload.ts';
import { Plan } from './plan.type.ts';
import { planProblems } from './plan-submission.logic.ts';
import { Project } from './project.type.ts';

async function missing(db: ScopedDb, id: string) {
  const plan = await db.plan.findUniqueOrThrow({
    where: { id },
    select: {
      fiscalYearFrom: true,
      fiscalYearTo: true,
      projects: {
        orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }],
        select: {
          sortOrder: true,
          titleTh: true,
          status: true,
          objectivesTh: true,
          fiscalYears: true,
          budgetLines: { select: { fiscalYear: true, status: true } },
          _count: { select: { units: true, steps: true, indicators: true } },
        },
      },
    },
  });
  const projects = plan.projects.map(({ _count: { units, steps, indicators }, ...project }) => ({
    ...project,
    unitCount: units,
    stepCount: steps,
    indicatorCount: indicators,
  }));
  return planProblems({ ...plan, projects });
}

recordActs({
  model: 'Plan',
  kind: 'PLAN',
  nameTh: 'แผน',
  nameEn: 'plan',
  ref: Plan,
  payload: PlanPayload,
  link: (planId) => ({ planId }),
  find: async (db, id) => {
    const plan = await db.plan.findUnique({
      where: { id },
      select: { id: true, agencyId: true, status: true, fiscalYearFrom: true, titleTh: true },
    });
    return plan && { ...plan, fiscalYear: plan.fiscalYearFrom };
  },
  move: (db, { id, version, status }, to) =>
    db.plan.updateMany({ where: { id, version, status }, data: { status: to, version: { increment: 1 } } }),
  missing,
  items: {
    ref: Project,
    column: 'projectId',
    among: (db, planId, ids) => db.project.findMany({ where: { planId, id: { in: ids } }, select: { id: true } }),
  },
});

builder.prismaObjectFields(Plan, (t) => ({
  statusChanges: t.relation('statusChanges', {
    description: 'ประวัติสถานะ ใหม่สุดก่อน · Changes of its status, newest first.',
    query: newestChangeFirst,
  }),
  editions: t.relatedConnection(
    'editions',
    {
      cursor: 'id',
      totalCount: true,
      description: 'ฉบับที่เผยแพร่ · Published editions of the plan.',
      args: listArguments(EditionWhere, EditionOrder),
      query: (args) => listQuery(args, editionList),
    },
    EditionConnection,
  ),
  openActs: t.field({
    type: [LifecycleAct],
    description: 'ขั้นตอนที่ผู้ใช้ทำได้ในสถานะนี้ · Steps of the life cycle that the viewer may take now.',
    select: { status: true },
    resolve: ({ status }, _args, context) => openRecordActs(context, status),
  }),
  missing: t.field({
    type: [SubmissionProblem],
    description:
      'สิ่งที่ยังขาดก่อนส่งให้ ศปท.กทม. · What is missing before it can be submitted, by the `sortOrder` of each project; empty when nothing is.',
    complexity: objects(20),
    select: { id: true },
    resolve: ({ id }, _args, context) => missing(agencyDb(context), id),
  }),
  copiedFrom: t.field({
    type: Plan,
    nullable: true,
    description: 'แผนที่คัดลอกมา · The plan that this one was copied from; null when there is none.',
    select: { copiedFromId: true },
    resolve: ({ copiedFromId }, _args, context, info) => planById(copiedFromId, context, info),
  }),
  changes: t.field({
    type: [RecordChange],
    nullable: true,
    description:
      'สิ่งที่เปลี่ยนจากฉบับที่เผยแพร่ เห็นเฉพาะหน่วยงานเจ้าของ · What changed since an edition; null when there is no such edition. For the agency itself.',
    complexity: objects(20),
    args: { sinceEdition: t.arg.int({ required: true, description: 'ฉบับที่ใช้เทียบ · Number of the edition.' }) },
    select: { id: true },
    resolve: ({ id }, { sinceEdition }, context) =>
      changesSince(context, { kind: 'PLAN', id, link: { planId: id } }, sinceEdition),
  }),
}));
