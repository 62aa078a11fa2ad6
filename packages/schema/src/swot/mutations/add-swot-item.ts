import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireWritten } from '../../lifecycle/record/record-state.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { factorProblems } from '../factor.logic.ts';
import { SwotFactor, SwotQuadrant } from '../swot.enums.ts';
import { fieldTexts } from '../swot.inputs.ts';
import { SwotItemPayload } from '../swot.payload.ts';
import { SwotAnalysis } from '../swot.type.ts';
import { onWrittenAnalysis } from '../swot-standing.ts';
import { ITEMS_MAX, lastRank, lockAnalysis } from '../swot-state.ts';

const AddInput = builder.inputType('AddSwotItemInput', {
  description: 'รายการใหม่ · A new item; it comes last in its quadrant.',
  fields: (t) => ({
    analysisId: t.globalID({
      for: SwotAnalysis,
      required: true,
      description: `การวิเคราะห์ ${whileWritten.th} · The analysis ${whileWritten.en}.`,
    }),
    quadrant: t.field({ type: SwotQuadrant, required: true, description: fieldTexts.quadrant }),
    factor: t.field({ type: SwotFactor, required: true, description: fieldTexts.factor }),
    textTh: t.string({ required: true, description: fieldTexts.textTh }),
    textEn: t.string({ description: `${fieldTexts.textEn}.` }),
  }),
});

act({
  name: 'addSwotItem',
  bulk: 'addSwotItems',
  description: `เพิ่มรายการท้ายด้านหนึ่งของการวิเคราะห์ ${whileWritten.th} · Adds an item at the end of a quadrant of an analysis ${whileWritten.en}, which holds at most ${ITEMS_MAX}.`,
  by: isEditorOfAgency,
  on: onWrittenAnalysis,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notWritten.analysis },
  input: AddInput,
  payload: SwotItemPayload,
  work: async ({ analysisId: { id: analysisId }, ...input }, tx) => {
    const { db, agencyId } = tx;
    requireWritten(await lockAnalysis(tx, analysisId, 'analysisId'));
    const check = new Check();
    check.include(factorProblems(input.quadrant, input.factor));
    const data = {
      quadrant: input.quadrant,
      factor: input.factor,
      textTh: check.text('textTh', input.textTh, { max: TEXT_MAX }),
      textEn: check.optionalText('textEn', input.textEn, { max: TEXT_MAX }),
      rank: (await lastRank(tx, { analysisId, quadrant: input.quadrant })) + 1,
    };
    if (data.rank > ITEMS_MAX)
      check.add('quadrant', `ด้านหนึ่งมีได้ไม่เกิน ${ITEMS_MAX} ข้อ`, `A quadrant holds at most ${ITEMS_MAX} items.`);
    check.refuse();
    const { id } = await db.swotItem.create({ data: { ...data, agencyId, analysisId }, select: { id: true } });
    return { itemId: id };
  },
});
