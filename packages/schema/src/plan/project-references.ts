import { dutyProblem } from '../agency/unit-duty.logic.ts';
import type { Check } from '../graphql/inputs/check.ts';
import { refuseEach, requireKnown } from '../graphql/inputs/references.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import type { Place } from './framework-place.ts';

/** Every unit that an input names is one of the agency, and one that answers for projects. */
export async function requireUnits(db: ScopedDb, unitIds: readonly string[] = []): Promise<void> {
  await requireKnown('responsibleUnitIds', unitIds, async (ids) => {
    const units = await db.unit.findMany({ where: { id: { in: ids } }, select: { id: true, kind: true } });
    refuseEach(
      units.map(({ id, kind }) => ({ field: `responsibleUnitIds[${ids.indexOf(id)}]`, kind })),
      (kind) => dutyProblem(kind, 'PROJECT'),
    );
    return units;
  });
}

type Numbered = { readonly planId: string; readonly sequenceNo: number; readonly exceptId?: string };

/** A number occurs once at each place of the framework: plans number within every mission, or throughout. */
export async function requireFreeNumber(
  db: ScopedDb,
  check: Check,
  { planId, sequenceNo, exceptId }: Numbered,
  place: Place,
): Promise<void> {
  const { dimensionId, missionId, subMissionId } = place;
  if (dimensionId === '') return;
  const taken = await db.project.findFirst({
    where: { planId, sequenceNo, dimensionId, missionId, subMissionId, ...(exceptId ? { id: { not: exceptId } } : {}) },
    select: { id: true },
  });
  if (taken)
    check.add(
      'sequenceNo',
      `ลำดับที่ ${sequenceNo} มีโครงการอื่นใช้แล้วในภารกิจเดียวกัน`,
      `Number ${sequenceNo} belongs to another project at the same place of the framework.`,
    );
}

/** Risk mitigations that a project carries are unlinked before it goes. */
export function checkNoMitigations(check: Check, field: string, count: number): void {
  if (count > 0)
    check.add(
      field,
      `มีมาตรการจัดการความเสี่ยง ${count} รายการอ้างถึง โปรดยกเลิกการอ้างถึงก่อน`,
      `${count} risk mitigations point to it: unlink them first.`,
    );
}
