import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { whileWritten } from '../../lifecycle/record/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { lockMitigation, requireUntold } from '../lock-mitigation.ts';
import { mitigationAtVersion } from '../mitigation.inputs.ts';
import { RiskPayload } from '../risk.payload.ts';
import { onMitigation } from '../risk-standing.ts';

const RemoveMitigationInput = builder.inputType('RemoveMitigationInput', {
  description: 'การลบมาตรการ · Removal of a mitigation.',
  fields: (t) => ({
    ...mitigationAtVersion(t),
  }),
});

act({
  name: 'removeMitigation',
  description: `ลบมาตรการที่ยังไม่เริ่ม ${whileWritten.th} · Removes a mitigation of a register ${whileWritten.en} on which no work has begun; work that has begun is cancelled instead.`,
  by: isEditorOfAgency,
  on: onMitigation('REMOVE'),
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT: 'มีรายงานผลอ้างถึง · a year report tells of it',
    ILLEGAL_TRANSITION:
      'ทะเบียนไม่ใช่ร่างและไม่ได้เปิดแก้ไข หรือมาตรการเริ่มแล้ว · register neither a draft nor being amended, or mitigation not PLANNED',
  },
  input: RemoveMitigationInput,
  payload: RiskPayload,
  removes: ({ mitigationId }) => mitigationId,
  work: async ({ mitigationId, expectedVersion }, tx) => {
    const { id, riskId } = await lockMitigation(tx, mitigationId.id, 'REMOVE');
    requireUntold(await tx.db.yearReportMeasure.count({ where: { mitigationId: id } }));
    await requireVersion(tx.db.mitigation.deleteMany({ where: { id, version: expectedVersion } }));
    return { riskId };
  },
});
