import type { InputShapeFromFields } from '@pothos/core';
import { Position, Unit } from '../agency/agency.type.ts';
import { notFound } from '../base/errors.ts';
import { type Check, NAME_MAX, TEXT_MAX } from '../graphql/inputs/check.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { idOf, requireOne } from '../graphql/inputs/references.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';

/** What the plan says of an audit besides its year, topic and month. */
export const plannedFields = (t: InputFieldBuilder) => ({
  topicEn: t.string({
    description: 'เรื่องที่ตรวจ ภาษาอังกฤษ ไม่เกิน 500 ตัวอักษร · What is audited, in English; at most 500 characters.',
  }),
  unitId: t.globalID({
    for: Unit,
    description: 'ส่วนราชการที่รับตรวจ ไม่ระบุ = ทั้งหน่วยงาน · The unit that is audited; none where it is the whole agency.',
  }),
  noteTh: t.string({ description: 'หมายเหตุ ไม่เกิน 4,000 ตัวอักษร · Note, at most 4,000 characters.' }),
});

type Planned = InputShapeFromFields<ReturnType<typeof plannedFields>>;

/** The content of a plan, checked and normalised; what is not given stays undefined. */
export const plannedContentOf = (check: Check, input: Planned) => ({
  topicEn: check.optionalText('topicEn', input.topicEn, { max: NAME_MAX }),
  unitId: idOf(input.unitId),
  noteTh: check.optionalText('noteTh', input.noteTh, { max: TEXT_MAX }),
});

/** Who answers for an observation. */
export const responsibleFields = (t: InputFieldBuilder) => ({
  unitId: t.globalID({ for: Unit, description: 'ส่วนราชการที่รับผิดชอบ · Responsible unit of the agency.' }),
  positionId: t.globalID({
    for: Position,
    description:
      'ตำแหน่งที่รับผิดชอบ ต้องระบุตำแหน่งหรือส่วนราชการ · Responsible position of the agency; a position or a unit is named.',
  }),
});

type Responsible = { readonly unitId?: string | null | undefined; readonly positionId?: string | null | undefined };

/** The unit and the position are the agency's own. */
export async function requireResponsible(db: ScopedDb, { unitId, positionId }: Responsible): Promise<void> {
  await requireOne('unitId', unitId, (id) => db.unit.findUnique({ where: { id }, select: { id: true } }));
  await requireOne('positionId', positionId, (id) => db.position.findUnique({ where: { id }, select: { id: true } }));
}

/** What an act has to know of an observation that it changes, with the first day of its audit. */
export async function requireObservation(db: ScopedDb, id: string) {
  const found = await db.auditObservation.findUnique({
    where: { id },
    select: {
      agencyId: true,
      status: true,
      unitId: true,
      positionId: true,
      dueOn: true,
      followUp: true,
      audit: { select: { heldFrom: true, plannedMonth: true } },
    },
  });
  if (!found) throw notFound('observationId');
  const { audit, ...observation } = found;
  return { ...observation, heldFrom: audit.heldFrom ?? audit.plannedMonth };
}
