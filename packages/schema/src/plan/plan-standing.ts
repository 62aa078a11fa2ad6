import { onWhen, statesOf } from '../graphql/acts/standing.ts';
import type { ProjectAct } from '../lifecycle/lifecycle.logic.ts';
import { requireWritten } from '../lifecycle/record/record-state.ts';
import { requireRunning } from './plan-state.ts';
import { requireProjectStep } from './project-moves.ts';

const plan = { select: { status: true, isAmendment: true } } as const;

/** A plan whose content is written. */
export const onWrittenPlan = onWhen(
  statesOf('Plan', (db, ids) =>
    db.plan.findMany({ where: { id: { in: ids } }, select: { id: true, status: true, isAmendment: true } }),
  ),
  requireWritten,
);

/** Projects, with the state of their plans. */
export const projectStates = statesOf('Project', (db, ids) =>
  db.project.findMany({ where: { id: { in: ids } }, select: { id: true, status: true, plan } }),
);

/** A project of a plan whose content is written. */
export const onWrittenProject = onWhen(projectStates, (project) => requireWritten(project.plan));

/** A project at a status with the step, of a plan in force. */
export const onProjectStep = (step: ProjectAct) =>
  onWhen(projectStates, (project) => {
    requireRunning(project.plan);
    requireProjectStep(step, project.status);
  });
