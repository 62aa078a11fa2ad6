import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { controlAtVersion, fieldTexts } from '../control.inputs.ts';
import { lockControl } from '../lock-risk.ts';
import { ControlEffectiveness } from '../risk.enums.ts';
import { ControlPayload } from '../risk.payload.ts';
import { onWrittenControl } from '../risk-standing.ts';

const EditControlInput = builder.inputType('EditControlInput', {
  description: 'การแก้ไขการควบคุม ไม่ระบุ = คงเดิม · Changes of a control: what is absent stays, null empties.',
  fields: (t) => ({
    ...controlAtVersion(t),
    textTh: t.string({ description: fieldTexts.textTh }),
    textEn: t.string({ description: fieldTexts.textEn }),
    effectiveness: t.field({ type: ControlEffectiveness, description: fieldTexts.effectiveness }),
  }),
});

act({
  name: 'editControl',
  description: `แก้ไขการควบคุม ${whileWritten.th} · Edits a control of a register ${whileWritten.en}.`,
  by: isEditorOfAgency,
  on: onWrittenControl,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notWritten.register },
  input: EditControlInput,
  payload: ControlPayload,
  work: async ({ expectedVersion, ...input }, tx) => {
    const { id, riskId } = await lockControl(tx, input.controlId.id);
    const check = new Check();
    const data = {
      textTh: check.text('textTh', input.textTh, { max: TEXT_MAX }),
      textEn: check.optionalText('textEn', input.textEn, { max: TEXT_MAX }),
      effectiveness: check.required('effectiveness', input.effectiveness),
    };
    check.refuse();
    await requireVersion(
      tx.db.control.updateMany({
        where: { id, version: expectedVersion },
        data: { ...data, version: { increment: 1 } },
      }),
    );
    return { riskId, controlId: id };
  },
});
