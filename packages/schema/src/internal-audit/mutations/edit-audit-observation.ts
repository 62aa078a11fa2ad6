import { isEditorOfAgency } from '../../access/access.rules.ts';
import { onWrittenEntry } from '../../entry/entry-standing.ts';
import { entryNotWritten, requireEntryWritten } from '../../entry/entry-state.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { idOf } from '../../graphql/inputs/references.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { requireObservation, requireResponsible, responsibleFields } from '../internal-audit.inputs.ts';
import { problemsOfObservation } from '../internal-audit.logic.ts';
import { AuditObservationPayload } from '../internal-audit.payload.ts';
import { AuditObservation } from '../observation.type.ts';

const EditAuditObservationInput = builder.inputType('EditAuditObservationInput', {
  description: 'การแก้ไขข้อตรวจพบ ช่องที่ไม่ระบุคงเดิม · A change of an observation; what is absent stays, null empties.',
  fields: (t) => ({
    observationId: t.globalID({ for: AuditObservation, required: true, description: 'ข้อตรวจพบ · The observation.' }),
    ...atVersion(t, 'observation'),
    observationTh: t.string({
      description: 'ข้อตรวจพบ ไม่เกิน 4,000 ตัวอักษร · What was observed, in Thai; at most 4,000 characters.',
    }),
    recommendationTh: t.string({
      description: 'ข้อเสนอแนะ ไม่เกิน 4,000 ตัวอักษร · What is recommended, in Thai; at most 4,000 characters.',
    }),
    dueOn: t.field({ type: 'Date', description: 'กำหนดแล้วเสร็จ · Day by which it is to be followed.' }),
    ...responsibleFields(t),
  }),
});

act({
  name: 'editAuditObservation',
  description: 'แก้ไขข้อตรวจพบที่เป็นร่างหรือเปิดแก้ไข · Edits an observation while it is a draft or opened to be corrected.',
  by: isEditorOfAgency,
  on: onWrittenEntry('AuditObservation'),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: entryNotWritten },
  input: EditAuditObservationInput,
  payload: AuditObservationPayload,
  work: async ({ observationId: { id }, expectedVersion, ...input }, tx) => {
    const { db } = tx;
    const before = await requireObservation(db, id);
    requireEntryWritten(before.status);
    const check = new Check();
    const data = {
      observationTh: check.text('observationTh', input.observationTh, { max: TEXT_MAX }),
      recommendationTh: check.text('recommendationTh', input.recommendationTh, { max: TEXT_MAX }),
      dueOn: check.required('dueOn', input.dueOn),
      unitId: idOf(input.unitId),
      positionId: idOf(input.positionId),
    };
    const { dueOn = before.dueOn, unitId = before.unitId, positionId = before.positionId } = data;
    check.include(problemsOfObservation({ dueOn, unitId, positionId }, before.heldFrom));
    check.refuse();
    await requireResponsible(db, data);
    await requireVersion(
      db.auditObservation.updateMany({
        where: { id, version: expectedVersion },
        data: { ...data, version: { increment: 1 } },
      }),
    );
    tx.markChanged(before.agencyId, 'AuditObservation', id);
    return { id };
  },
});
