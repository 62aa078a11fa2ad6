import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { newOrder } from '../../graphql/inputs/new-order.ts';
import { requireWritten } from '../../lifecycle/record/record-state.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { lockRisk, requireRiskVersion } from '../lock-risk.ts';
import { Mitigation } from '../mitigation.type.ts';
import { RiskPayload } from '../risk.payload.ts';
import { Risk } from '../risk.type.ts';
import { onWrittenRisk } from '../risk-standing.ts';

const ReorderMitigationsInput = builder.inputType('ReorderMitigationsInput', {
  description: 'ลำดับใหม่ของมาตรการ · A new order of the mitigations of a risk.',
  fields: (t) => ({
    riskId: t.globalID({ for: Risk, required: true, description: 'ความเสี่ยง · The risk.' }),
    ...atVersion(t, 'risk'),
    mitigationIds: t.globalIDList({
      for: Mitigation,
      required: true,
      description: 'ทุกมาตรการตามลำดับใหม่ · Every mitigation of the risk, in the new order.',
    }),
  }),
});

act({
  name: 'reorderMitigations',
  description: `จัดลำดับมาตรการของความเสี่ยง ${whileWritten.th} · Puts the mitigations of a risk of a register in a new order ${whileWritten.en}.`,
  by: isEditorOfAgency,
  on: onWrittenRisk,
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT: 'ระบุไม่ครบหรือซ้ำ · not every one is named, or one twice',
    ILLEGAL_TRANSITION: notWritten.register,
  },
  input: ReorderMitigationsInput,
  payload: RiskPayload,
  work: async (input, tx) => {
    const { id: riskId } = await lockRisk(tx, input.riskId.id, requireWritten);
    await requireRiskVersion(tx, riskId, input.expectedVersion);
    const mitigations = await tx.db.mitigation.findMany({ where: { riskId }, select: { id: true, sortOrder: true } });
    const places = mitigations.map(({ id, sortOrder }) => ({ id, place: sortOrder }));
    for (const { id, place } of newOrder('mitigationIds', input.mitigationIds, places))
      await tx.db.mitigation.updateMany({ where: { id }, data: { sortOrder: place } });
    return { riskId };
  },
});
