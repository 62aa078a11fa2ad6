import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { whileWritten } from '../../lifecycle/record/written.logic.ts';
import { changeMitigation, lockMitigation } from '../lock-mitigation.ts';
import {
  fieldTexts,
  mitigationAtVersion,
  mitigationContentFields,
  mitigationContentOf,
  requireNotPast,
  requireOwners,
} from '../mitigation.inputs.ts';
import { MitigationStrategy } from '../risk.enums.ts';
import { MitigationPayload } from '../risk.payload.ts';
import { onMitigation } from '../risk-standing.ts';

const EditMitigationInput = builder.inputType('EditMitigationInput', {
  description: 'การแก้ไขมาตรการ ไม่ระบุ = คงเดิม · Changes of a mitigation: what is absent stays, null empties.',
  fields: (t) => ({
    ...mitigationAtVersion(t),
    measureTh: t.string({ description: fieldTexts.measureTh }),
    strategy: t.field({ type: MitigationStrategy, description: fieldTexts.strategy }),
    dueOn: t.field({ type: 'Date', description: 'กำหนดใหม่ · Due date; when it changes, today or later.' }),
    ...mitigationContentFields(t),
  }),
});

act({
  name: 'editMitigation',
  description: `แก้ไขมาตรการ ${whileWritten.th} · Edits a mitigation of a register ${whileWritten.en}.`,
  by: isEditorOfAgency,
  on: onMitigation('EDIT'),
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION:
      'ทะเบียนไม่ใช่ร่างและไม่ได้เปิดแก้ไข หรือมาตรการถูกยกเลิก · register neither a draft nor being amended, or mitigation cancelled',
  },
  input: EditMitigationInput,
  payload: MitigationPayload,
  work: async (input, tx) => {
    const { db } = tx;
    const mitigation = await lockMitigation(tx, input.mitigationId.id, 'EDIT');
    const check = new Check();
    const measureTh = check.text('measureTh', input.measureTh, { max: TEXT_MAX });
    const strategy = check.required('strategy', input.strategy);
    const dueOn = check.required('dueOn', input.dueOn);
    const content = mitigationContentOf(check, input);
    if (dueOn && dueOn.getTime() !== mitigation.dueOn.getTime()) requireNotPast(check, dueOn);
    check.refuse();
    await requireOwners(db, content);
    return changeMitigation(tx, mitigation, input.expectedVersion, { ...content, measureTh, strategy, dueOn });
  },
});
