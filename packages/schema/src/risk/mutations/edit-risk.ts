import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { unlessTaken } from '../../graphql/acts/unique.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { requireWritten } from '../../lifecycle/record/record-state.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { ProcessArea } from '../../taxonomy/taxonomy.enums.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { lockRisk } from '../lock-risk.ts';
import { codeTaken, riskCodeOf, riskContentFields, riskContentOf } from '../risk.inputs.ts';
import { RiskPayload } from '../risk.payload.ts';
import { Risk } from '../risk.type.ts';
import { requireReferences, writeParts } from '../risk-parts.ts';
import { onWrittenRisk } from '../risk-standing.ts';

const EditRiskInput = builder.inputType('EditRiskInput', {
  description: 'การแก้ไขความเสี่ยง ไม่ระบุ = คงเดิม · Changes of a risk: what is absent stays, null empties.',
  fields: (t) => ({
    riskId: t.globalID({ for: Risk, required: true, description: 'ความเสี่ยง · The risk.' }),
    ...atVersion(t, 'risk'),
    code: t.string({ description: 'รหัส ไม่ซ้ำในทะเบียน · Code, unique in the register, at most 40 characters.' }),
    titleTh: t.string({
      description: 'เหตุการณ์ความเสี่ยง ไม่เกิน 500 ตัวอักษร · The event in Thai, at most 500 characters.',
    }),
    processArea: t.field({ type: ProcessArea, description: 'กระบวนงานหลัก · Main process area.' }),
    ...riskContentFields(t),
  }),
});

act({
  name: 'editRisk',
  bulk: 'editRisks',
  description: `แก้ไขความเสี่ยงในทะเบียน ${whileWritten.th} · Edits a risk of a register ${whileWritten.en}.`,
  by: isEditorOfAgency,
  on: onWrittenRisk,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notWritten.register },
  input: EditRiskInput,
  payload: RiskPayload,
  work: async (input, tx) => {
    const { db } = tx;
    const { id, agencyId, registerId } = await lockRisk(tx, input.riskId.id, requireWritten);
    const check = new Check();
    const code = riskCodeOf(check, input.code);
    if (code && (await db.risk.findFirst({ where: { registerId, code, id: { not: id } }, select: { id: true } })))
      check.include([codeTaken]);
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    const processArea = check.required('processArea', input.processArea);
    const content = riskContentOf(check, input);
    check.refuse();
    await requireReferences(db, content);
    await requireVersion(
      unlessTaken(
        db.risk.updateMany({
          where: { id, version: input.expectedVersion },
          data: { ...content.columns, code, titleTh, processArea, version: { increment: 1 } },
        }),
        codeTaken,
      ),
    );
    await writeParts(db, { agencyId, riskId: id }, content);
    return { riskId: id };
  },
});
