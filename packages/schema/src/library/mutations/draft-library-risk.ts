import { isCentre } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onCity } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { CorruptionType, ProcessArea } from '../../taxonomy/taxonomy.enums.ts';
import { LibraryRiskPayload } from '../library.payload.ts';
import { CODE_MAX, checkedMeasures, LibraryMeasureInput, TYPES_MAX } from '../library-risk.inputs.ts';

const DraftInput = builder.inputType('DraftLibraryRiskInput', {
  description: 'ร่างความเสี่ยงในคลัง · A new risk of the library.',
  fields: (t) => ({
    code: t.string({
      required: true,
      description: 'รหัสในคลัง ไม่ซ้ำ (ไม่เกิน 40 ตัวอักษร) · Code, unique in the library, at most 40 characters.',
    }),
    titleTh: t.string({
      required: true,
      description: 'เหตุการณ์ภาษาไทย (ไม่เกิน 500 ตัวอักษร) · The event in Thai, at most 500 characters.',
    }),
    titleEn: t.string({ description: 'เหตุการณ์ภาษาอังกฤษ · The event in English.' }),
    descriptionTh: t.string({ description: 'คำอธิบาย (ไม่เกิน 4,000 ตัวอักษร) · Explanation, at most 4,000 characters.' }),
    processArea: t.field({ type: ProcessArea, required: true, description: 'กระบวนงานหลัก · Main process area.' }),
    corruptionTypes: t.field({
      type: [CorruptionType],
      required: true,
      description: 'ประเภทการทุจริต · Types of corruption.',
    }),
    measures: t.field({
      type: [LibraryMeasureInput],
      description: 'มาตรการที่แนะนำ (ไม่เกิน 30) · Suggested measures, at most 30.',
    }),
  }),
});

act({
  name: 'draftLibraryRisk',
  description:
    'ร่างความเสี่ยงในคลังของกรุงเทพมหานคร · Drafts a risk of the city’s library, which the centre alone sees until it is published.',
  by: isCentre,
  on: onCity,
  errors: {},
  input: DraftInput,
  payload: LibraryRiskPayload,
  work: async (input, { db }) => {
    const check = new Check();
    const code = check.text('code', input.code, { max: CODE_MAX });
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    const titleEn = check.optionalText('titleEn', input.titleEn, { max: NAME_MAX });
    const descriptionTh = check.optionalText('descriptionTh', input.descriptionTh, { max: TEXT_MAX });
    const corruptionTypes = check.list('corruptionTypes', input.corruptionTypes, TYPES_MAX);
    const measures = checkedMeasures(check, input.measures) ?? [];
    if (await db.libraryRisk.findUnique({ where: { code }, select: { id: true } }))
      check.add('code', `มีรหัส ${code} ในคลังแล้ว`, `The library has a risk ${code} already.`);
    check.refuse();
    const { id } = await db.libraryRisk.create({
      data: { code, titleTh, titleEn, descriptionTh, processArea: input.processArea, corruptionTypes },
      select: { id: true },
    });
    await db.libraryMeasure.createMany({ data: measures.map((measure) => ({ ...measure, libraryRiskId: id })) });
    return { id };
  },
});
