import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { onWrittenEntry } from '../../entry/entry-standing.ts';
import { entryNotWritten, requireEntryWritten } from '../../entry/entry-state.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { GuidelinePayload } from '../guideline.payload.ts';
import { Guideline } from '../guideline.type.ts';

const EditGuidelineInput = builder.inputType('EditGuidelineInput', {
  description: 'การแก้ไขแนวทาง ช่องที่ไม่ระบุคงเดิม · A change of a guideline; what is absent stays, null empties.',
  fields: (t) => ({
    guidelineId: t.globalID({ for: Guideline, required: true, description: 'แนวทาง · The guideline.' }),
    ...atVersion(t, 'guideline'),
    textTh: t.string({ description: 'แนวทางภาษาไทย · The guideline, in Thai; at most 4,000 characters.' }),
    textEn: t.string({ description: 'แนวทางภาษาอังกฤษ · The guideline, in English.' }),
  }),
});

act({
  name: 'editGuideline',
  description: 'แก้ไขแนวทางที่เป็นร่างหรือเปิดแก้ไข · Edits a guideline while it is a draft or opened to be corrected.',
  by: isEditorOfAgency,
  on: onWrittenEntry('Guideline'),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: entryNotWritten },
  input: EditGuidelineInput,
  payload: GuidelinePayload,
  work: async ({ guidelineId: { id }, expectedVersion, ...input }, tx) => {
    const { db } = tx;
    const before = await db.guideline.findUnique({ where: { id }, select: { agencyId: true, status: true } });
    if (!before) throw notFound('guidelineId');
    requireEntryWritten(before.status);
    const check = new Check();
    const texts = {
      textTh: check.text('textTh', input.textTh, { max: TEXT_MAX }),
      textEn: check.optionalText('textEn', input.textEn, { max: TEXT_MAX }),
    };
    check.refuse();
    await requireVersion(
      db.guideline.updateMany({
        where: { id, version: expectedVersion, status: before.status },
        data: { ...texts, version: { increment: 1 } },
      }),
    );
    tx.markChanged(before.agencyId, 'Guideline', id);
    return { id };
  },
});
