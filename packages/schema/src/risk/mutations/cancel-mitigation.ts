import { isApproverOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { changeMitigation, lockMitigation } from '../lock-mitigation.ts';
import { fieldTexts, mitigationAtVersion } from '../mitigation.inputs.ts';
import { MitigationPayload } from '../risk.payload.ts';
import { onMitigation } from '../risk-standing.ts';

const CancelInput = builder.inputType('CancelMitigationInput', {
  description: 'การยกเลิกมาตรการ · Cancellation of a mitigation.',
  fields: (t) => ({
    ...mitigationAtVersion(t),
    reason: t.string({ required: true, description: fieldTexts.why }),
  }),
});

act({
  name: 'cancelMitigation',
  description: `ยกเลิกมาตรการ · Cancels a mitigation; the reason stays with it.`,
  by: isApproverOfAgency,
  on: onMitigation('CANCEL'),
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
