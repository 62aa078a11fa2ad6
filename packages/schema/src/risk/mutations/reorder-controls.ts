import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { newOrder } from '../../graphql/inputs/new-order.ts';
import { requireWritten } from '../../lifecycle/record/record-state.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { lockRisk, requireRiskVersion } from '../lock-risk.ts';
import { RiskPayload } from '../risk.payload.ts';
import { Risk } from '../risk.type.ts';
import { Control } from '../risk-parts.type.ts';
import { onWrittenRisk } from '../risk-standing.ts';

const ReorderControlsInput = builder.inputType('ReorderControlsInput', {
  description: 'ลำดับใหม่ของการควบคุม · A new order of the controls of a risk.',
  fields: (t) => ({
    riskId: t.globalID({ for: Risk, required: true, description: 'ความเสี่ยง · The risk.' }),
    ...atVersion(t, 'risk'),
    controlIds: t.globalIDList({
      for: Control,
      required: true,
      description: 'ทุกการควบคุมตามลำดับใหม่ · Every control of the risk, in the new order.',
    }),
  }),
});

act({
  name: 'reorderControls',
  description: `จัดลำดับการควบคุมของความเสี่ยง ${whileWritten.th} · Puts the controls of a risk of a register in a new order ${whileWritten.en}.`,
  by: isEditorOfAgency,
  on: onWrittenRisk,
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT: 'ระบุไม่ครบหรือซ้ำ · not every one is named, or one twice',
    ILLEGAL_TRANSITION: notWritten.register,
  },
  input: ReorderControlsInput,
  payload: RiskPayload,
  work: async (input, tx) => {
    const { id: riskId } = await lockRisk(tx, input.riskId.id, requireWritten);
    await requireRiskVersion(tx, riskId, input.expectedVersion);
    const controls = await tx.db.control.findMany({ where: { riskId }, select: { id: true, sortOrder: true } });
    const places = controls.map(({ id, sortOrder }) => ({ id, place: sortOrder }));
    for (const { id, place } of newOrder('controlIds', input.controlIds, places))
      await tx.db.control.updateMany({ where: { id }, data: { sortOrder: place } });
    return { riskId };
  },
});
