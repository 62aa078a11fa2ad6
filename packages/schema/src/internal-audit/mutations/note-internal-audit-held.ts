import { isEditorOfAgency } from '../../access/access.rules.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import type { EntryStatusName } from '../../entry/entry.logic.ts';
import { onEntryWhen } from '../../entry/entry-standing.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { problemsOfDays } from '../internal-audit.logic.ts';
import { InternalAuditPayload } from '../internal-audit.payload.ts';
import { InternalAudit } from '../internal-audit.type.ts';

const NoteInternalAuditHeldInput = builder.inputType('NoteInternalAuditHeldInput', {
  description: 'วันที่ตรวจสอบภายใน · The days on which an internal audit was done.',
  fields: (t) => ({
    auditId: t.globalID({ for: InternalAudit, required: true, description: 'การตรวจสอบภายใน · The internal audit.' }),
    ...atVersion(t, 'internal audit'),
    heldFrom: t.field({
      type: 'Date',
      required: true,
      description: 'วันแรกที่ตรวจ ไม่หลังวันนี้ · First day, not after today.',
    }),
    heldTo: t.field({
      type: 'Date',
      required: true,
      description: 'วันสุดท้ายที่ตรวจ ไม่หลังวันนี้ · Last day, not after today.',
    }),
  }),
});

function requireConfirmed(status: EntryStatusName): void {
  if (status === 'DRAFT')
    throw illegalTransition(status, 'ผู้อนุมัติต้องยืนยันแผนก่อน จึงบันทึกวันที่ตรวจได้', 'An approver confirms the plan of it first.');
}

act({
  name: 'noteInternalAuditHeld',
  description:
    'บันทึกวันที่ตรวจสอบภายในตามแผนที่ยืนยันแล้ว · Notes when an internal audit of the confirmed plan was done, without opening it to be corrected.',
  by: isEditorOfAgency,
  on: onEntryWhen('InternalAudit', requireConfirmed),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: 'แผนยังเป็นร่าง · the plan of it is a draft' },
  input: NoteInternalAuditHeldInput,
  payload: InternalAuditPayload,
  work: async ({ auditId: { id }, expectedVersion, heldFrom, heldTo }, tx) => {
    const before = await tx.db.internalAudit.findUnique({ where: { id }, select: { agencyId: true, status: true } });
    if (!before) throw notFound('auditId');
    requireConfirmed(before.status);
    const check = new Check();
    check.include(problemsOfDays({ heldFrom, heldTo }, todayInBangkok()));
    check.refuse();
    await requireVersion(
      tx.db.internalAudit.updateMany({
        where: { id, version: expectedVersion },
        data: { heldFrom, heldTo, version: { increment: 1 } },
      }),
    );
    tx.markChanged(before.agencyId, 'InternalAudit', id);
    return { id };
  },
});
