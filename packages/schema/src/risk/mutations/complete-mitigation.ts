import { isEditorOfAgency } from '../../access/access.rules.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { changeMitigation, lockMitigation } from '../lock-mitigation.ts';
import { mitigationAtVersion } from '../mitigation.inputs.ts';
import { MitigationPayload } from '../risk.payload.ts';
import { onMitigation } from '../risk-standing.ts';

const CompleteInput = builder.inputType('CompleteMitigationInput', {
  description: 'การแล้วเสร็จของมาตรการ · Completion of a mitigation.',
  fields: (t) => ({
    ...mitigationAtVersion(t),
    doneOn: t.field({
      type: 'Date',
      description: 'วันที่แล้วเสร็จ ไม่ระบุ = วันนี้ · Date on which it was finished; today in Bangkok when absent, never later.',
    }),
  }),
});

act({
  name: 'completeMitigation',
  description: `บันทึกว่ามาตรการแล้วเสร็จ · Records that a mitigation is finished, with 100 percent.`,
  by: isEditorOfAgency,
  on: onMitigation('COMPLETE'),
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
