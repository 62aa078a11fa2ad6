import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { checkMaxCount } from '../../graphql/limits/max-count.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { whileWritten } from '../../lifecycle/record/written.logic.ts';
import { lockRiskToAnswer } from '../lock-risk.ts';
import {
  fieldTexts,
  mitigationContentFields,
  mitigationContentOf,
  requireNotPast,
  requireOwners,
} from '../mitigation.inputs.ts';
import { MitigationStrategy } from '../risk.enums.ts';
import { MitigationPayload } from '../risk.payload.ts';
import { Risk } from '../risk.type.ts';
import { onRiskToAnswer } from '../risk-standing.ts';

const AddMitigationInput = builder.inputType('AddMitigationInput', {
  description: 'มาตรการใหม่ · A new mitigation; it comes last.',
  fields: (t) => ({
    riskId: t.globalID({ for: Risk, required: true, description: 'ความเสี่ยงที่จัดการ · The risk.' }),
    measureTh: t.string({ required: true, description: fieldTexts.measureTh }),
    strategy: t.field({ type: MitigationStrategy, required: true, description: fieldTexts.strategy }),
    dueOn: t.field({ type: 'Date', required: true, description: 'กำหนดแล้วเสร็จ · Due date, today or later.' }),
    ...mitigationContentFields(t),
  }),
});

act({
  name: 'addMitigation',
  bulk: 'addMitigations',
  description: `เพิ่มมาตรการจัดการความเสี่ยง ${whileWritten.th} · Adds a mitigation, as PLANNED, to a risk of a register ${whileWritten.en}, or at once to one that was assessed upwards since its register was approved, or whose measures were all cancelled or, at a level that has to be answered, have ended.`,
  by: isEditorOfAgency,
  on: onRiskToAnswer,
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
