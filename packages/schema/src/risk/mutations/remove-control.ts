import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { controlAtVersion } from '../control.inputs.ts';
import { lockControl } from '../lock-risk.ts';
import { RiskPayload } from '../risk.payload.ts';
import { onWrittenControl } from '../risk-standing.ts';

const RemoveControlInput = builder.inputType('RemoveControlInput', {
  description: 'การลบการควบคุม · Removal of a control.',
  fields: (t) => ({
    ...controlAtVersion(t),
  }),
});

act({
  name: 'removeControl',
  description: `ลบการควบคุม ${whileWritten.th} · Removes a control of a register ${whileWritten.en}.`,
  by: isEditorOfAgency,
  on: onWrittenControl,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notWritten.register },
  input: RemoveControlInput,
  payload: RiskPayload,
  removes: ({ controlId }) => controlId,
  work: async ({ controlId, expectedVersion }, tx) => {
    const { id, riskId } = await lockControl(tx, controlId.id);
    await requireVersion(tx.db.control.deleteMany({ where: { id, version: expectedVersion } }));
    return { riskId };
  },
});
