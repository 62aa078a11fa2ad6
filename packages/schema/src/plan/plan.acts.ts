import { builder } from '../graphql/builder.ts';
import { recordActs } from '../lifecycle/steps/record-acts.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { planById } from './plan.loader.ts';
import { PlanPayload } from './plan.payload.ts';
import { Plan } from './plan.type.ts';
import { unfinishedProjects } from './plan-closing.logic.ts';
import { planProblems } from './plan-submission.logic.ts';
import { Project } from './project.type.ts';

async function missing(db: ScopedDb, ids: string[]) {
  const plans = await db.plan.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      fiscalYearFrom: true,
      fiscalYearTo: true,
      projects: {
        orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
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
  return new Map(
    plans.map((plan) => {
      const projects = plan.projects.map(({ _count: { units, steps, indicators }, ...project }) => ({
        ...project,
        unitCount: units,
        stepCount: steps,
        indicatorCount: indicators,
      }));
      return [plan.id, planProblems({ ...plan, projects })];
    }),
  );
}

recordActs({
  model: 'Plan',
  kind: 'PLAN',
  nameTh: 'แผน',
  nameEn: 'plan',
  ref: Plan,
  payload: PlanPayload,
  link: (planId) => ({ planId }),
  find: async (db, ids) => {
    const plans = await db.plan.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        agencyId: true,
        status: true,
        isAmendment: true,
        fiscalYearFrom: true,
        fiscalYearTo: true,
        titleTh: true,
      },
    });
    return plans.map((plan) => ({ ...plan, fiscalYear: plan.fiscalYearFrom, lastYear: plan.fiscalYearTo }));
  },
  move: (db, { id, status }, to) =>
    db.plan.updateMany({ where: { id, status }, data: { status: to, version: { increment: 1 } } }),
  missing,
  announce: (db, id, announcedOn) => db.plan.updateMany({ where: { id }, data: { announcedOn } }),
  unfinished: async (db, ids) => {
    const projects = await db.project.findMany({
      where: { planId: { in: ids } },
      orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }],
      select: { id: true, planId: true, sortOrder: true, titleTh: true, status: true },
    });
    return new Map(ids.map((id) => [id, unfinishedProjects(projects.filter(({ planId }) => planId === id))]));
  },
  items: {
    ref: Project,
    column: 'projectId',
    among: (db, planId, ids) => db.project.findMany({ where: { planId, id: { in: ids } }, select: { id: true } }),
  },
});

builder.prismaObjectFields(Plan, (t) => ({
  copiedFrom: t.field({
    type: Plan,
    nullable: true,
    description: 'แผนที่คัดลอกมา · The plan that this one was copied from; null when there is none.',
    select: { copiedFromId: true },
    resolve: ({ copiedFromId }, _args, context, info) => planById(copiedFromId, context, info),
  }),
}));
