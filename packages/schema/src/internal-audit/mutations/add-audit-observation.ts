import { isEditorOfAgency } from '../../access/access.rules.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import type { EntryStatusName } from '../../entry/entry.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen, statesOf } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { idOf } from '../../graphql/inputs/references.ts';
import { requireResponsible, responsibleFields } from '../internal-audit.inputs.ts';
import { problemsOfObservation } from '../internal-audit.logic.ts';
import { AuditObservationPayload } from '../internal-audit.payload.ts';
import { InternalAudit } from '../internal-audit.type.ts';

const AddAuditObservationInput = builder.inputType('AddAuditObservationInput', {
  description: 'ข้อตรวจพบใหม่ · A new observation of an internal audit.',
  fields: (t) => ({
    auditId: t.globalID({
      for: InternalAudit,
      required: true,
      description: 'การตรวจสอบภายในที่ตรวจแล้ว · The internal audit, which has been done.',
    }),
    observationTh: t.string({
      required: true,
      description: 'ข้อตรวจพบ ไม่เกิน 4,000 ตัวอักษร · What was observed, in Thai; at most 4,000 characters.',
    }),
    recommendationTh: t.string({
      required: true,
      description: 'ข้อเสนอแนะ ไม่เกิน 4,000 ตัวอักษร · What is recommended, in Thai; at most 4,000 characters.',
    }),
    dueOn: t.field({
      type: 'Date',
      required: true,
      description: 'กำหนดแล้วเสร็จ ไม่ก่อนวันที่ตรวจ · Day by which it is to be followed, not before the audit.',
    }),
    ...responsibleFields(t),
  }),
});

const audits = statesOf('InternalAudit', (db, ids) =>
  db.internalAudit.findMany({ where: { id: { in: ids } }, select: { id: true, status: true, heldFrom: true } }),
);

type Held = { readonly status: EntryStatusName; readonly heldFrom: Date | null };

/** The first day of an audit that was done. */
function requireHeld({ status, heldFrom }: Held): Date {
  if (heldFrom === null)
    throw illegalTransition(
      status,
      'ยังไม่ได้บันทึกวันที่ตรวจ: บันทึกด้วย noteInternalAuditHeld ก่อน',
      'The audit has not been done: note its days with noteInternalAuditHeld first.',
    );
  return heldFrom;
}

act({
  name: 'addAuditObservation',
  bulk: 'addAuditObservations',
  description:
    'เพิ่มข้อตรวจพบของการตรวจสอบภายในที่ตรวจแล้ว เป็นร่าง · Adds what an internal audit that was done observed, as a draft.',
  by: isEditorOfAgency,
  on: onWhen(audits, (audit) => void requireHeld(audit)),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: 'ยังไม่ได้ตรวจ · the audit has not been done' },
  input: AddAuditObservationInput,
  payload: AuditObservationPayload,
  work: async ({ auditId: { id: auditId }, dueOn, ...input }, { db, agencyId }) => {
    const audit = await db.internalAudit.findUnique({
      where: { id: auditId },
      select: { status: true, heldFrom: true },
    });
    if (!audit) throw notFound('auditId');
    const heldFrom = requireHeld(audit);
    const check = new Check();
    const texts = {
      observationTh: check.text('observationTh', input.observationTh, { max: TEXT_MAX }),
      recommendationTh: check.text('recommendationTh', input.recommendationTh, { max: TEXT_MAX }),
    };
    const responsible = { unitId: idOf(input.unitId), positionId: idOf(input.positionId) };
    check.include(problemsOfObservation({ ...responsible, dueOn }, heldFrom));
    check.refuse();
    await requireResponsible(db, responsible);
    const { _max } = await db.auditObservation.aggregate({ where: { auditId }, _max: { number: true } });
    return db.auditObservation.create({
      data: { ...texts, ...responsible, agencyId, auditId, dueOn, number: (_max.number ?? 0) + 1 },
      select: { id: true },
    });
  },
});
