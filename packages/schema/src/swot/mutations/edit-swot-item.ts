import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { factorProblems } from '../factor.logic.ts';
import { SwotFactor, SwotQuadrant } from '../swot.enums.ts';
import { fieldTexts } from '../swot.inputs.ts';
import { SwotItemPayload } from '../swot.payload.ts';
import { SwotItem } from '../swot.type.ts';
import { onWrittenItem } from '../swot-standing.ts';
import { closeRank, itemOfDraft, lastRank } from '../swot-state.ts';

const EditInput = builder.inputType('EditSwotItemInput', {
  description: 'การแก้ไขรายการ ช่องที่ไม่ระบุคงเดิม · A change of an item; what is absent stays as it is.',
  fields: (t) => ({
    itemId: t.globalID({ for: SwotItem, required: true, description: 'รายการที่แก้ไข · The item.' }),
    ...atVersion(t, 'item'),
    quadrant: t.field({ type: SwotQuadrant, description: 'ด้านใหม่ (ไปอยู่ท้ายด้าน) · New quadrant, where it comes last.' }),
    factor: t.field({ type: SwotFactor, description: fieldTexts.factor }),
    textTh: t.string({ description: fieldTexts.textTh }),
    textEn: t.string({ description: `${fieldTexts.textEn}; null empties it.` }),
  }),
});

act({
  name: 'editSwotItem',
  description: `แก้ไขรายการของการวิเคราะห์ หรือย้ายไปด้านอื่น ${whileWritten.th} · Edits an item of an analysis ${whileWritten.en}, or moves it to another quadrant.`,
  by: isEditorOfAgency,
  on: onWrittenItem,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notWritten.analysis },
  input: EditInput,
  payload: SwotItemPayload,
  work: async ({ itemId: { id }, expectedVersion, ...input }, tx) => {
    const item = await itemOfDraft(tx, id);
    const check = new Check();
    const edited = {
      quadrant: check.required('quadrant', input.quadrant) ?? item.quadrant,
      factor: check.required('factor', input.factor) ?? item.factor,
    };
    check.include(factorProblems(edited.quadrant, edited.factor));
    const texts = {
      textTh: check.text('textTh', input.textTh, { max: TEXT_MAX }),
      textEn: check.optionalText('textEn', input.textEn, { max: TEXT_MAX }),
    };
    check.refuse();
    const isMoved = edited.quadrant !== item.quadrant;
    const rank = isMoved ? (await lastRank(tx, { ...item, quadrant: edited.quadrant })) + 1 : item.rank;
    await requireVersion(
      tx.db.swotItem.updateMany({
        where: { id, version: expectedVersion },
        data: { ...edited, ...texts, rank, version: { increment: 1 } },
      }),
    );
    if (isMoved) await closeRank(tx, item);
    return { itemId: id };
  },
});
