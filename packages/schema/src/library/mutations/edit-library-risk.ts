import { isCentre } from '../../access/access.rules.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, NAME_MAX, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { CorruptionType, ProcessArea } from '../../taxonomy/taxonomy.enums.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { isWritable, type LibraryStatusName } from '../library.logic.ts';
import { LibraryRiskPayload } from '../library.payload.ts';
import { checkedMeasures, LibraryMeasureInput, TYPES_MAX } from '../library-risk.inputs.ts';
import { LibraryRisk } from '../library-risk.type.ts';
import { libraryStates } from '../library-step.ts';

const EditInput = builder.inputType('EditLibraryRiskInput', {
  description: 'การแก้ไขร่างในคลัง ที่ไม่ระบุคงเดิม · An edit of a draft of the library; what is left out stays as it is.',
  fields: (t) => ({
    id: t.globalID({ for: LibraryRisk, required: true, description: 'ความเสี่ยงในคลัง · The risk of the library.' }),
    ...atVersion(t, 'risk'),
    titleTh: t.string({ description: 'เหตุการณ์ภาษาไทย · The event in Thai.' }),
    titleEn: t.string({ description: 'เหตุการณ์ภาษาอังกฤษ · The event in English; null empties it.' }),
    descriptionTh: t.string({ description: 'คำอธิบาย · Explanation; null empties it.' }),
    processArea: t.field({ type: ProcessArea, description: 'กระบวนงานหลัก · Main process area.' }),
    corruptionTypes: t.field({ type: [CorruptionType], description: 'ประเภทการทุจริต · Types of corruption.' }),
    measures: t.field({
      type: [LibraryMeasureInput],
      description: 'มาตรการทั้งชุด (ไม่เกิน 30) · The whole list of suggested measures, at most 30.',
    }),
  }),
});

function requireWritable({ status }: { readonly status: LibraryStatusName }): void {
  if (!isWritable(status)) {
    throw illegalTransition(
      status,
      'แก้ไขได้เฉพาะร่าง รายการที่เผยแพร่แล้วให้ถอนและร่างใหม่',
      'Only a draft of the library is edited: withdraw what was published and draft it anew.',
    );
  }
}

act({
  name: 'editLibraryRisk',
  description:
    'แก้ไขร่างความเสี่ยงในคลัง ที่เผยแพร่แล้วต้องถอนและร่างใหม่ · Edits a draft of the library; what was published is withdrawn and drafted anew.',
  by: isCentre,
  on: onWhen(libraryStates, requireWritable),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: true },
  input: EditInput,
  payload: LibraryRiskPayload,
  work: async ({ id: { id }, expectedVersion, ...input }, { db }) => {
    const risk = await db.libraryRisk.findUnique({ where: { id }, select: { status: true } });
    if (!risk) throw notFound('id');
    requireWritable(risk);
    const check = new Check();
    const data = {
      titleTh: check.text('titleTh', input.titleTh, { max: NAME_MAX }),
      titleEn: check.optionalText('titleEn', input.titleEn, { max: NAME_MAX }),
      descriptionTh: check.optionalText('descriptionTh', input.descriptionTh, { max: TEXT_MAX }),
      processArea: check.required('processArea', input.processArea),
      corruptionTypes: check.list('corruptionTypes', input.corruptionTypes, TYPES_MAX),
    };
    const measures = checkedMeasures(check, input.measures);
    check.refuse();
    await requireVersion(
      db.libraryRisk.updateMany({
        where: { id, version: expectedVersion, status: 'DRAFT' },
        data: { ...data, version: { increment: 1 } },
      }),
    );
    if (measures) {
      await db.libraryMeasure.deleteMany({ where: { libraryRiskId: id } });
      await db.libraryMeasure.createMany({ data: measures.map((measure) => ({ ...measure, libraryRiskId: id })) });
    }
    return { id };
  },
});
