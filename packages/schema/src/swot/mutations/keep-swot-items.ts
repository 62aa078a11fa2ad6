import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireWritten } from '../../lifecycle/record-state.ts';
import { notWritten, whileWritten } from '../../lifecycle/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { factorProblems } from '../factor.logic.ts';
import { SwotFactor, SwotQuadrant } from '../swot.enums.ts';
import { SwotAnalysis, SwotItem } from '../swot.type.ts';
import { SwotAnalysisPayload, SwotItemPayload } from '../swot-payload.type.ts';
import { closeRank, ITEMS_MAX, itemOfDraft, lastRank, lockAnalysis } from '../swot-state.ts';

const quadrant = 'ด้าน · Quadrant.';
const factor =
  'ปัจจัย: 7S ภายใน PESTEL ภายนอก · Factor: 7S for strengths and weaknesses, PESTEL for opportunities and threats.';
const textTh = 'ข้อความภาษาไทย ไม่เกิน 4,000 ตัวอักษร · Text in Thai, at most 4,000 characters.';
const textEn = 'ข้อความภาษาอังกฤษ · Text in English, at most 4,000 characters';

const AddInput = builder.inputType('AddSwotItemInput', {
  description: 'รายการใหม่ · A new item; it comes last in its quadrant.',
  fields: (t) => ({
    analysisId: t.globalID({
      for: SwotAnalysis,
      required: true,
      description: `การวิเคราะห์ ${whileWritten.th} · The analysis ${whileWritten.en}.`,
    }),
    quadrant: t.field({ type: SwotQuadrant, required: true, description: quadrant }),
    factor: t.field({ type: SwotFactor, required: true, description: factor }),
    textTh: t.string({ required: true, description: textTh }),
    textEn: t.string({ description: `${textEn}.` }),
  }),
});

const EditInput = builder.inputType('EditSwotItemInput', {
  description: 'การแก้ไขรายการ ช่องที่ไม่ระบุคงเดิม · A change of an item; what is absent stays as it is.',
  fields: (t) => ({
    itemId: t.globalID({ for: SwotItem, required: true, description: 'รายการที่แก้ไข · The item.' }),
    ...atVersion(t, 'item'),
    quadrant: t.field({ type: SwotQuadrant, description: 'ด้านใหม่ (ไปอยู่ท้ายด้าน) · New quadrant, where it comes last.' }),
    factor: t.field({ type: SwotFactor, description: factor }),
    textTh: t.string({ description: textTh }),
    textEn: t.string({ description: `${textEn}; null empties it.` }),
  }),
});

const RemoveInput = builder.inputType('RemoveSwotItemInput', {
  description: 'การลบรายการ · Removal of an item.',
  fields: (t) => ({
    itemId: t.globalID({ for: SwotItem, required: true, description: 'รายการที่ลบ · The item.' }),
    ...atVersion(t, 'item'),
  }),
});

act({
  name: 'addSwotItem',
  bulk: 'addSwotItems',
  description: `เพิ่มรายการท้ายด้านหนึ่งของการวิเคราะห์ ${whileWritten.th} · Adds an item at the end of a quadrant of an analysis ${whileWritten.en}, which holds at most ${ITEMS_MAX}.`,
  by: isEditorOfAgency,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notWritten.analysis },
  input: AddInput,
  payload: SwotItemPayload,
  work: async ({ analysisId: { id: analysisId }, ...input }, tx) => {
    const { db, agencyId } = tx;
    if (!(await db.swotAnalysis.findUnique({ where: { id: analysisId }, select: { id: true } })))
      throw notFound('analysisId');
    requireWritten(await lockAnalysis(tx, analysisId));
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

act({
  name: 'editSwotItem',
  description: `แก้ไขรายการของการวิเคราะห์ หรือย้ายไปด้านอื่น ${whileWritten.th} · Edits an item of an analysis ${whileWritten.en}, or moves it to another quadrant.`,
  by: isEditorOfAgency,
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

act({
  name: 'removeSwotItem',
  description: `ลบรายการของการวิเคราะห์ รายการถัดไปเลื่อนขึ้น ${whileWritten.th} · Removes an item of an analysis ${whileWritten.en} with its links and the comments on it; those after it move up.`,
  by: isEditorOfAgency,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notWritten.analysis },
  input: RemoveInput,
  payload: SwotAnalysisPayload,
  removes: ({ itemId }) => itemId,
  work: async ({ itemId: { id }, expectedVersion }, tx) => {
    const item = await itemOfDraft(tx, id);
    await requireVersion(tx.db.swotItem.deleteMany({ where: { id, version: expectedVersion } }));
    await closeRank(tx, item);
    return { id: item.analysisId };
  },
});
