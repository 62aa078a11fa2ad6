import { notFound } from '../base/errors.ts';
import { notAtThisStatus } from '../base/not-at-this-status.ts';
import { type Check, TEXT_MAX } from '../graphql/inputs/check.ts';
import {
  destination,
  type ProjectAct,
  type ProjectStatusName,
  projectLifecycle,
} from '../lifecycle/lifecycle.logic.ts';
import { noteStatusChange } from '../lifecycle/record/record-state.ts';
import { type ActTransaction, requireVersion } from '../tenancy/act-transaction.ts';
import { lockRunningPlan } from './plan-state.ts';

type Step = { readonly id: string; readonly expectedVersion: number; readonly comment: string | null };

/** Where a step leads a project; refused when the step does not exist at its status. */
export function requireProjectStep(step: ProjectAct, status: ProjectStatusName): ProjectStatusName {
  const to = destination(projectLifecycle, step, status);
  if (to) return to;
  const subject = { th: 'โครงการ', en: 'project' };
  throw notAtThisStatus({ step, subject, status, from: projectLifecycle[step].from });
}

/** Moves a project along its life cycle and notes who did it and what was said. */
export async function move(name: ProjectAct, { id, expectedVersion, comment }: Step, tx: ActTransaction) {
  const { db } = tx;
  const owner = await db.project.findUnique({ where: { id }, select: { planId: true } });
  if (!owner) throw notFound('projectId');
  await lockRunningPlan(tx, owner.planId, 'projectId');
  const { agencyId, status } = await db.project.findUniqueOrThrow({
    where: { id },
    select: { agencyId: true, status: true },
  });
  const to = requireProjectStep(name, status);
  await requireVersion(
    db.project.updateMany({
      where: { id, version: expectedVersion, status },
      data: { status: to, version: { increment: 1 } },
    }),
  );
  await noteStatusChange(tx, {
    of: { projectId: id },
    agencyId,
    act: name,
    fromStatus: status,
    toStatus: to,
    comment,
  });
  return { id };
}

export const commentOf = (check: Check, comment: string | null | undefined): string | null =>
  check.optionalText('comment', comment, { max: TEXT_MAX }) ?? null;
