import { isApproverOfAgency, isEditorOfAgency } from '../../access/access.rules.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { Mitigation } from '../mitigation.type.ts';
import { statusAfterReport } from '../mitigation-life.logic.ts';
import { MitigationPayload } from '../risk-payload.type.ts';
import { changeMitigation, lockMitigation } from './lock-mitigation.ts';
import { requireNotPast } from './mitigation-input.ts';

const mitigation = 'มาตรการ · The mitigation.';
const why = 'เหตุผล ไม่เกิน 4,000 ตัวอักษร · Why, at most 4,000 characters; the audit trail keeps it.';

const ReportInput = builder.inputType('ReportMitigationProgressInput', {
  description: 'ความก้าวหน้าของมาตรการ · Progress of a mitigation.',
  fields: (t) => ({
    mitigationId: t.globalID({ for: Mitigation, required: true, description: mitigation }),
    ...atVersion(t, 'mitigation'),
    progressPercent: t.int({ required: true, description: 'ร้อยละ 0 ถึง 100 · Percent, 0 to 100.' }),
  }),
});

const CompleteInput = builder.inputType('CompleteMitigationInput', {
  description: 'การแล้วเสร็จของมาตรการ · Completion of a mitigation.',
  fields: (t) => ({
    mitigationId: t.globalID({ for: Mitigation, required: true, description: mitigation }),
    ...atVersion(t, 'mitigation'),
    doneOn: t.field({
      type: 'Date',
      description: 'วันที่แล้วเสร็จ ไม่ระบุ = วันนี้ · Date on which it was finished; today in Bangkok when absent, never later.',
    }),
  }),
});

const PostponeInput = builder.inputType('PostponeMitigationInput', {
  description: 'การเลื่อนกำหนดของมาตรการ · A later due date of a mitigation.',
  fields: (t) => ({
    mitigationId: t.globalID({ for: Mitigation, required: true, description: mitigation }),
    ...atVersion(t, 'mitigation'),
    dueOn: t.field({
      type: 'Date',
      required: true,
      description: 'กำหนดใหม่ หลังกำหนดเดิม · New due date: after the old one, and today or later.',
    }),
    reason: t.string({ required: true, description: why }),
  }),
});

const CancelInput = builder.inputType('CancelMitigationInput', {
  description: 'การยกเลิกมาตรการ · Cancellation of a mitigation.',
  fields: (t) => ({
    mitigationId: t.globalID({ for: Mitigation, required: true, description: mitigation }),
    ...atVersion(t, 'mitigation'),
    reason: t.string({ required: true, description: why }),
  }),
});

act({
  name: 'reportMitigationProgress',
  bulk: 'reportMitigationsProgress',
  description: `รายงานความก้าวหน้าของมาตรการ · Reports the progress of a mitigation, which is IN_PROGRESS from the first percent on.`,
  by: isEditorOfAgency,
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION:
      'ทะเบียนส่งหรือปิดแล้ว หรือมาตรการแล้วเสร็จหรือถูกยกเลิก · register submitted or closed, or mitigation finished or cancelled',
  },
  input: ReportInput,
  payload: MitigationPayload,
  work: async ({ mitigationId, expectedVersion, ...input }, tx) => {
    const mitigation = await lockMitigation(tx, mitigationId.id, 'REPORT_PROGRESS');
    const check = new Check();
    const progressPercent = check.within('progressPercent', input.progressPercent, 0, 100);
    check.refuse();
    const status = statusAfterReport(mitigation.status, progressPercent);
    return changeMitigation(tx, mitigation, expectedVersion, { progressPercent, status });
  },
});

act({
  name: 'completeMitigation',
  description: `บันทึกว่ามาตรการแล้วเสร็จ · Records that a mitigation is finished, with 100 percent.`,
  by: isEditorOfAgency,
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION:
      'ทะเบียนส่งหรือปิดแล้ว หรือมาตรการแล้วเสร็จหรือถูกยกเลิก · register submitted or closed, or mitigation finished or cancelled',
  },
  input: CompleteInput,
  payload: MitigationPayload,
  work: async ({ mitigationId, expectedVersion, ...input }, tx) => {
    const mitigation = await lockMitigation(tx, mitigationId.id, 'COMPLETE');
    const check = new Check();
    const doneOn = input.doneOn ?? todayInBangkok();
    check.notInFuture('doneOn', doneOn);
    check.refuse();
    return changeMitigation(tx, mitigation, expectedVersion, { status: 'DONE', progressPercent: 100, doneOn });
  },
});

act({
  name: 'postponeMitigation',
  description: `เลื่อนกำหนดของมาตรการ · Puts off the due date of a mitigation, overdue or not.`,
  by: isApproverOfAgency,
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION:
      'ทะเบียนส่งหรือปิดแล้ว หรือมาตรการแล้วเสร็จหรือถูกยกเลิก · register submitted or closed, or mitigation finished or cancelled',
  },
  input: PostponeInput,
  payload: MitigationPayload,
  reason: ({ reason }) => reason,
  work: async ({ mitigationId, expectedVersion, dueOn, reason }, tx) => {
    const mitigation = await lockMitigation(tx, mitigationId.id, 'POSTPONE');
    const check = new Check();
    if (dueOn <= mitigation.dueOn)
      check.add('dueOn', 'dueOn ต้องหลังกำหนดเดิม', 'dueOn must be after the present due date.');
    else requireNotPast(check, dueOn);
    check.text('reason', reason, { max: TEXT_MAX });
    check.refuse();
    return changeMitigation(tx, mitigation, expectedVersion, { dueOn });
  },
});

act({
  name: 'cancelMitigation',
  description: `ยกเลิกมาตรการ · Cancels a mitigation; the reason stays with it.`,
  by: isApproverOfAgency,
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION:
      'ทะเบียนส่งหรือปิดแล้ว หรือมาตรการแล้วเสร็จหรือถูกยกเลิก · register submitted or closed, or mitigation finished or cancelled',
  },
  input: CancelInput,
  payload: MitigationPayload,
  reason: ({ reason }) => reason,
  work: async ({ mitigationId, expectedVersion, reason }, tx) => {
    const mitigation = await lockMitigation(tx, mitigationId.id, 'CANCEL');
    const check = new Check();
    const cancelReasonTh = check.text('reason', reason, { max: TEXT_MAX });
    check.refuse();
    return changeMitigation(tx, mitigation, expectedVersion, { status: 'CANCELLED', cancelReasonTh });
  },
});
