import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { checkMaxCount } from '../../graphql/limits/max-count.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { whileWritten } from '../../lifecycle/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { Mitigation } from '../mitigation.type.ts';
import { MitigationStrategy } from '../risk.enums.ts';
import { Risk } from '../risk.type.ts';
import { MitigationPayload, RiskPayload } from '../risk-payload.type.ts';
import { changeMitigation, lockMitigation } from './lock-mitigation.ts';
import { lockRiskToAnswer } from './lock-risk.ts';
import { mitigationContentFields, mitigationContentOf, requireNotPast, requireOwners } from './mitigation-input.ts';

const measureTh = 'มาตรการภาษาไทย ไม่เกิน 4,000 ตัวอักษร · The measure in Thai, at most 4,000 characters.';
const strategy = 'กลยุทธ์ 4T · Strategy (4T).';

const AddMitigationInput = builder.inputType('AddMitigationInput', {
  description: 'มาตรการใหม่ · A new mitigation; it comes last.',
  fields: (t) => ({
    riskId: t.globalID({ for: Risk, required: true, description: 'ความเสี่ยงที่จัดการ · The risk.' }),
    measureTh: t.string({ required: true, description: measureTh }),
    strategy: t.field({ type: MitigationStrategy, required: true, description: strategy }),
    dueOn: t.field({ type: 'Date', required: true, description: 'กำหนดแล้วเสร็จ · Due date, today or later.' }),
    ...mitigationContentFields(t),
  }),
});

const EditMitigationInput = builder.inputType('EditMitigationInput', {
  description: 'การแก้ไขมาตรการ ไม่ระบุ = คงเดิม · Changes of a mitigation: what is absent stays, null empties.',
  fields: (t) => ({
    mitigationId: t.globalID({ for: Mitigation, required: true, description: 'มาตรการ · The mitigation.' }),
    ...atVersion(t, 'mitigation'),
    measureTh: t.string({ description: measureTh }),
    strategy: t.field({ type: MitigationStrategy, description: strategy }),
    dueOn: t.field({ type: 'Date', description: 'กำหนดใหม่ · Due date; when it changes, today or later.' }),
    ...mitigationContentFields(t),
  }),
});

const RemoveMitigationInput = builder.inputType('RemoveMitigationInput', {
  description: 'การลบมาตรการ · Removal of a mitigation.',
  fields: (t) => ({
    mitigationId: t.globalID({ for: Mitigation, required: true, description: 'มาตรการ · The mitigation.' }),
    ...atVersion(t, 'mitigation'),
  }),
});

act({
  name: 'addMitigation',
  bulk: 'addMitigations',
  description: `เพิ่มมาตรการจัดการความเสี่ยง ${whileWritten.th} · Adds a mitigation, as PLANNED, to a risk of a register ${whileWritten.en}, or at once to one that was assessed upwards since its register was approved, or whose measures were all cancelled or, at a level that has to be answered, have ended.`,
  by: isEditorOfAgency,
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION:
      'ทะเบียนไม่ใช่ร่างและไม่ได้เปิดแก้ไข และความเสี่ยงไม่ได้สูงขึ้นหรือขาดมาตรการ · register neither a draft nor being amended, and risk neither raised nor left without measures',
  },
  input: AddMitigationInput,
  payload: MitigationPayload,
  work: async (input, tx) => {
    const { db } = tx;
    const { id: riskId, agencyId, fiscalYear } = await lockRiskToAnswer(tx, input.riskId.id);
    const check = new Check();
    const { strategy, dueOn } = input;
    const measureTh = check.text('measureTh', input.measureTh, { max: TEXT_MAX });
    const content = mitigationContentOf(check, input);
    requireNotPast(check, dueOn);
    checkMaxCount(check, 'riskId', { count: await db.mitigation.count({ where: { riskId } }), max: most.partsOfRisk });
    check.refuse();
    await requireOwners(db, content);
    const { _max } = await db.mitigation.aggregate({ where: { riskId }, _max: { sortOrder: true } });
    const sortOrder = (_max.sortOrder ?? 0) + 1;
    const { id } = await db.mitigation.create({
      data: { ...content, measureTh, strategy, dueOn, agencyId, riskId, fiscalYear, sortOrder },
      select: { id: true },
    });
    return { riskId, mitigationId: id };
  },
});

act({
  name: 'editMitigation',
  description: `แก้ไขมาตรการ ${whileWritten.th} · Edits a mitigation of a register ${whileWritten.en}.`,
  by: isEditorOfAgency,
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

act({
  name: 'removeMitigation',
  description: `ลบมาตรการที่ยังไม่เริ่ม ${whileWritten.th} · Removes a mitigation of a register ${whileWritten.en} on which no work has begun; work that has begun is cancelled instead.`,
  by: isEditorOfAgency,
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION:
      'ทะเบียนไม่ใช่ร่างและไม่ได้เปิดแก้ไข หรือมาตรการเริ่มแล้ว · register neither a draft nor being amended, or mitigation not PLANNED',
  },
  input: RemoveMitigationInput,
  payload: RiskPayload,
  removes: ({ mitigationId }) => mitigationId,
  work: async ({ mitigationId, expectedVersion }, tx) => {
    const { id, riskId } = await lockMitigation(tx, mitigationId.id, 'REMOVE');
    await requireVersion(tx.db.mitigation.deleteMany({ where: { id, version: expectedVersion } }));
    return { riskId };
  },
});
