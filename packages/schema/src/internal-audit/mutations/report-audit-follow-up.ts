import { isEditorOfAgency } from '../../access/access.rules.ts';
import { illegalTransition } from '../../base/errors.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import type { EntryStatusName } from '../../entry/entry.logic.ts';
import { onEntryWhen } from '../../entry/entry-standing.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { AuditFollowUp } from '../internal-audit.enums.ts';
import { requireObservation } from '../internal-audit.inputs.ts';
import { problemsOfFollowUp } from '../internal-audit.logic.ts';
import { AuditObservationPayload } from '../internal-audit.payload.ts';
import { AuditObservation } from '../observation.type.ts';

const ReportAuditFollowUpInput = builder.inputType('ReportAuditFollowUpInput', {
  description: 'ผลการดำเนินการตามข้อเสนอแนะ · What was done about the recommendation of an audit.',
  fields: (t) => ({
    observationId: t.globalID({ for: AuditObservation, required: true, description: 'ข้อตรวจพบ · The observation.' }),
    ...atVersion(t, 'observation'),
    followUp: t.field({ type: AuditFollowUp, required: true, description: 'การติดตาม · How far it was followed.' }),
    actionTh: t.string({
      description:
        'สิ่งที่ได้ดำเนินการทั้งหมด ไม่เกิน 4,000 ตัวอักษร · All that was done, in Thai, at most 4,000 characters; none while it is not started.',
    }),
    actionOn: t.field({
      type: 'Date',
      description:
        'วันที่ดำเนินการล่าสุด ไม่หลังวันนี้ และไม่ก่อนวันที่ตรวจ · Latest day of it: not after today, nor before the audit.',
    }),
  }),
});

function requireConfirmed(status: EntryStatusName): void {
  if (status === 'DRAFT')
    throw illegalTransition(
      status,
      'ผู้อนุมัติต้องยืนยันข้อตรวจพบก่อน จึงรายงานผลได้',
      'An approver confirms the observation first.',
    );
}

act({
  name: 'reportAuditFollowUp',
  description:
    'รายงานผลตามข้อเสนอแนะของการตรวจสอบภายใน แทนรายงานก่อน ซึ่งยังอยู่ในประวัติ · Reports what was done about a confirmed observation, in place of the report before, which stays in the audit trail.',
  by: isEditorOfAgency,
  on: onEntryWhen('AuditObservation', requireConfirmed),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: 'ข้อตรวจพบยังเป็นร่าง · the observation is a draft' },
  input: ReportAuditFollowUpInput,
  payload: AuditObservationPayload,
  work: async ({ observationId: { id }, expectedVersion, followUp, ...input }, tx) => {
    const before = await requireObservation(tx.db, id);
    requireConfirmed(before.status);
    const check = new Check();
    const actionTh = check.optionalText('actionTh', input.actionTh, { max: TEXT_MAX }) ?? null;
    const actionOn = input.actionOn ?? null;
    check.include(problemsOfFollowUp({ followUp, actionTh, actionOn }, before.heldFrom, todayInBangkok()));
    check.refuse();
    await requireVersion(
      tx.db.auditObservation.updateMany({
        where: { id, version: expectedVersion },
        data: { followUp, actionTh, actionOn, version: { increment: 1 } },
      }),
    );
    tx.markChanged(before.agencyId, 'AuditObservation', id);
    return { id };
  },
});
