import type { InputShapeFromFields } from '@pothos/core';
import { Position, Unit } from '../agency/agency.type.ts';
import { dutyProblem } from '../agency/unit-duty.logic.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import { atVersion } from '../graphql/inputs/at-version.ts';
import { type Check, TEXT_MAX } from '../graphql/inputs/check.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { idOf, refuseEach, requireOne } from '../graphql/inputs/references.ts';
import { Project } from '../plan/project.type.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { Mitigation } from './mitigation.type.ts';

/** What a mitigation may be given from the start or later. */
export const mitigationContentFields = (t: InputFieldBuilder) => ({
  measureEn: t.string({ description: 'มาตรการภาษาอังกฤษ · The measure in English, at most 4,000 characters.' }),
  ownerUnitId: t.globalID({ for: Unit, description: 'ส่วนราชการเจ้าของ · Unit of the agency that owns the measure.' }),
  ownerPositionId: t.globalID({
    for: Position,
    description: 'ตำแหน่งเจ้าของ · Position of the agency that owns the measure.',
  }),
  budgetAmount: t.field({ type: 'Decimal', description: 'งบประมาณ (บาท) ไม่ติดลบ · Budget in baht, not negative.' }),
  projectId: t.globalID({ for: Project, description: 'โครงการที่ดำเนินมาตรการ · Project of the agency that carries it.' }),
});

export type MitigationContentInput = InputShapeFromFields<ReturnType<typeof mitigationContentFields>>;

/** The columns that an input gives, checked. */
export const mitigationContentOf = (check: Check, input: MitigationContentInput) => ({
  measureEn: check.optionalText('measureEn', input.measureEn, { max: TEXT_MAX }),
  ownerUnitId: idOf(input.ownerUnitId),
  ownerPositionId: idOf(input.ownerPositionId),
  budgetAmount: check.amount('budgetAmount', input.budgetAmount),
  projectId: idOf(input.projectId),
});

/** Work that is planned is due today or later. */
export function requireNotPast(check: Check, dueOn: Date): void {
  if (dueOn < todayInBangkok()) check.add('dueOn', 'dueOn ต้องไม่เป็นวันที่ผ่านมาแล้ว', 'dueOn must be today or later.');
}

/** Everything that the content points to is the agency's own. */
export async function requireOwners(db: ScopedDb, content: ReturnType<typeof mitigationContentOf>): Promise<void> {
  const select = { id: true };
  await requireOne('ownerUnitId', content.ownerUnitId, async (id) => {
    const unit = await db.unit.findUnique({ where: { id }, select: { id: true, kind: true } });
    if (unit) refuseEach([{ field: 'ownerUnitId', kind: unit.kind }], (kind) => dutyProblem(kind, 'MITIGATION'));
    return unit;
  });
  await requireOne('ownerPositionId', content.ownerPositionId, (id) =>
    db.position.findUnique({ where: { id }, select }),
  );
  await requireOne('projectId', content.projectId, (id) => db.project.findUnique({ where: { id }, select }));
}

/** Descriptions of fields that several inputs have. */
export const fieldTexts = {
  measureTh: 'มาตรการภาษาไทย ไม่เกิน 4,000 ตัวอักษร · The measure in Thai, at most 4,000 characters.',
  strategy: 'กลยุทธ์ 4T · Strategy (4T).',
  why: 'เหตุผล ไม่เกิน 4,000 ตัวอักษร · Why, at most 4,000 characters; the audit trail keeps it.',
};

/** Which mitigation, as the user saw it. */
export const mitigationAtVersion = (t: InputFieldBuilder) => ({
  mitigationId: t.globalID({ for: Mitigation, required: true, description: 'มาตรการ · The mitigation.' }),
  ...atVersion(t, 'mitigation'),
});
