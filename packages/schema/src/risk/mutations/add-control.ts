import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { checkMaxCount } from '../../graphql/limits/max-count.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { requireWritten } from '../../lifecycle/record/record-state.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { fieldTexts } from '../control.inputs.ts';
import { lockRisk } from '../lock-risk.ts';
import { ControlEffectiveness } from '../risk.enums.ts';
import { ControlPayload } from '../risk.payload.ts';
import { Risk } from '../risk.type.ts';
import { onWrittenRisk } from '../risk-standing.ts';

const AddControlInput = builder.inputType('AddControlInput', {
  description: 'การควบคุมที่มีอยู่ · A control that exists already; it comes last.',
  fields: (t) => ({
    riskId: t.globalID({ for: Risk, required: true, description: 'ความเสี่ยงที่ควบคุม · The risk.' }),
    textTh: t.string({ required: true, description: fieldTexts.textTh }),
    textEn: t.string({ description: fieldTexts.textEn }),
    effectiveness: t.field({ type: ControlEffectiveness, required: true, description: fieldTexts.effectiveness }),
  }),
});

act({
  name: 'addControl',
  description: `เพิ่มการควบคุมที่มีอยู่ของความเสี่ยง ${whileWritten.th} · Adds a control to a risk of a register ${whileWritten.en}.`,
  by: isEditorOfAgency,
  on: onWrittenRisk,
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
