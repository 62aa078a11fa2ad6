import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { checkMaxCount } from '../../graphql/limits/max-count.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { requireWritten } from '../../lifecycle/record-state.ts';
import { notWritten, whileWritten } from '../../lifecycle/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { ControlEffectiveness } from '../risk.enums.ts';
import { Risk } from '../risk.type.ts';
import { Control } from '../risk-parts.type.ts';
import { ControlPayload, RiskPayload } from '../risk-payload.type.ts';
import { lockControl, lockRisk } from './lock-risk.ts';

const textTh = 'การควบคุมภาษาไทย ไม่เกิน 4,000 ตัวอักษร · The control in Thai, at most 4,000 characters.';
const textEn = 'การควบคุมภาษาอังกฤษ · The control in English, at most 4,000 characters.';
const effectiveness = 'ประสิทธิผล · How well it works.';

const AddControlInput = builder.inputType('AddControlInput', {
  description: 'การควบคุมที่มีอยู่ · A control that exists already; it comes last.',
  fields: (t) => ({
    riskId: t.globalID({ for: Risk, required: true, description: 'ความเสี่ยงที่ควบคุม · The risk.' }),
    textTh: t.string({ required: true, description: textTh }),
    textEn: t.string({ description: textEn }),
    effectiveness: t.field({ type: ControlEffectiveness, required: true, description: effectiveness }),
  }),
});

const EditControlInput = builder.inputType('EditControlInput', {
  description: 'การแก้ไขการควบคุม ไม่ระบุ = คงเดิม · Changes of a control: what is absent stays, null empties.',
  fields: (t) => ({
    controlId: t.globalID({ for: Control, required: true, description: 'การควบคุม · The control.' }),
    ...atVersion(t, 'control'),
    textTh: t.string({ description: textTh }),
    textEn: t.string({ description: textEn }),
    effectiveness: t.field({ type: ControlEffectiveness, description: effectiveness }),
  }),
});

const RemoveControlInput = builder.inputType('RemoveControlInput', {
  description: 'การลบการควบคุม · Removal of a control.',
  fields: (t) => ({
    controlId: t.globalID({ for: Control, required: true, description: 'การควบคุม · The control.' }),
    ...atVersion(t, 'control'),
  }),
});

act({
  name: 'addControl',
  description: `เพิ่มการควบคุมที่มีอยู่ของความเสี่ยง ${whileWritten.th} · Adds a control to a risk of a register ${whileWritten.en}.`,
  by: isEditorOfAgency,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notWritten.register },
  input: AddControlInput,
  payload: ControlPayload,
  work: async (input, tx) => {
    const { db } = tx;
    const { id: riskId, agencyId } = await lockRisk(tx, input.riskId.id, requireWritten);
    const check = new Check();
    const data = {
      textTh: check.text('textTh', input.textTh, { max: TEXT_MAX }),
      textEn: check.optionalText('textEn', input.textEn, { max: TEXT_MAX }),
      effectiveness: input.effectiveness,
    };
    checkMaxCount(check, 'riskId', { count: await db.control.count({ where: { riskId } }), max: most.partsOfRisk });
    check.refuse();
    const { _max } = await db.control.aggregate({ where: { riskId }, _max: { sortOrder: true } });
    const sortOrder = (_max.sortOrder ?? 0) + 1;
    const { id } = await db.control.create({ data: { ...data, agencyId, riskId, sortOrder }, select: { id: true } });
    return { riskId, controlId: id };
  },
});

act({
  name: 'editControl',
  description: `แก้ไขการควบคุม ${whileWritten.th} · Edits a control of a register ${whileWritten.en}.`,
  by: isEditorOfAgency,
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

act({
  name: 'removeControl',
  description: `ลบการควบคุม ${whileWritten.th} · Removes a control of a register ${whileWritten.en}.`,
  by: isEditorOfAgency,
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
