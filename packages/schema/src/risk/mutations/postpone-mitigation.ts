import { isApproverOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { changeMitigation, lockMitigation } from '../lock-mitigation.ts';
import { fieldTexts, mitigationAtVersion, requireNotPast } from '../mitigation.inputs.ts';
import { MitigationPayload } from '../risk.payload.ts';
import { onMitigation } from '../risk-standing.ts';

const PostponeInput = builder.inputType('PostponeMitigationInput', {
  description: 'การเลื่อนกำหนดของมาตรการ · A later due date of a mitigation.',
  fields: (t) => ({
    ...mitigationAtVersion(t),
    dueOn: t.field({
      type: 'Date',
      required: true,
      description: 'กำหนดใหม่ หลังกำหนดเดิม · New due date: after the old one, and today or later.',
    }),
    reason: t.string({ required: true, description: fieldTexts.why }),
  }),
});

act({
  name: 'postponeMitigation',
  description: `เลื่อนกำหนดของมาตรการ · Puts off the due date of a mitigation, overdue or not.`,
  by: isApproverOfAgency,
  on: onMitigation('POSTPONE'),
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
