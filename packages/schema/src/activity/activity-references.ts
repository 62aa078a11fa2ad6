import { dutyProblem } from '../agency/unit-duty.logic.ts';
import { invalidInput, notFound } from '../base/errors.ts';
import { requireOne } from '../graphql/inputs/references.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';

type References = {
  readonly unitId?: string | null | undefined;
  readonly projectId?: string | null | undefined;
  readonly indicatorId?: string | null | undefined;
  readonly committeeId?: string | null | undefined;
};

/** The unit, project, indicator and committee of an activity are the agency's own, and the indicator is one of the project. */
export async function requireReferences(
  db: ScopedDb,
  { unitId, projectId, indicatorId, committeeId }: References,
): Promise<void> {
  if (unitId) {
    const unit = await db.unit.findUnique({ where: { id: unitId }, select: { kind: true } });
    if (!unit) throw notFound('unitId');
    const message = dutyProblem(unit.kind, 'PROJECT');
    if (message) throw invalidInput({ field: 'unitId', message });
  }
  await requireOne('projectId', projectId, (id) => db.project.findUnique({ where: { id }, select: { id: true } }));
  await requireOne('committeeId', committeeId, (id) =>
    db.committee.findUnique({ where: { id }, select: { id: true } }),
  );
  await requireOne('indicatorId', indicatorId, (id) =>
    db.indicator.findFirst({ where: { id, ...(projectId && { projectId }) }, select: { id: true } }),
  );
}
