import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { onWrittenEntry } from '../../entry/entry-standing.ts';
import { entryNotWritten, requireEntryWritten } from '../../entry/entry-state.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { checkThreshold, requireReferences, resultFields, resultOf } from '../guideline.inputs.ts';
import { GuidelineResultPayload } from '../guideline.payload.ts';
import { GuidelineResult } from '../guideline-result.type.ts';

const EditIndicatorResultInput = builder.inputType('EditIndicatorResultInput', {
  description: 'การแก้ไขผล ช่องที่ไม่ระบุคงเดิม · A change of a result; what is absent stays, null empties.',
  fields: (t) => ({
    resultId: t.globalID({ for: GuidelineResult, required: true, description: 'ผล · The result.' }),
    ...atVersion(t, 'result'),
    textTh: t.string({ description: 'ผลภาษาไทย · What was done, in Thai; at most 4,000 characters.' }),
    ...resultFields(t),
  }),
});

act({
  name: 'editIndicatorResult',
  description:
    'แก้ไขผลตามตัวชี้วัดที่เป็นร่างหรือเปิดแก้ไข · Edits a result by indicator while it is a draft or opened to be corrected.',
  by: isEditorOfAgency,
  on: onWrittenEntry('GuidelineResult'),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: entryNotWritten },
  input: EditIndicatorResultInput,
  payload: GuidelineResultPayload,
  work: async ({ resultId: { id }, expectedVersion, ...input }, tx) => {
    const { db } = tx;
    const before = await db.guidelineResult.findUnique({
      where: { id },
      select: {
        agencyId: true,
        status: true,
        fiscalYear: true,
        indicatorNumber: true,
        operator: true,
        threshold: true,
      },
    });
    if (!before) throw notFound('resultId');
    requireEntryWritten(before.status);
    const { agencyId, status, fiscalYear, indicatorNumber } = before;
    const check = new Check();
    const textTh = check.text('textTh', input.textTh, { max: TEXT_MAX });
    const { columns, parts } = resultOf(check, input);
    const { operator = before.operator, threshold = before.threshold } = columns;
    checkThreshold(check, { operator, threshold });
    check.refuse();
    await requireReferences(db, columns, { fiscalYear, indicatorNumber });
    await requireVersion(
      db.guidelineResult.updateMany({
        where: { id, version: expectedVersion, status },
        data: { ...columns, textTh, version: { increment: 1 } },
      }),
    );
    if (parts) {
      await db.guidelineResultPart.deleteMany({ where: { resultId: id } });
      if (parts.length > 0)
        await db.guidelineResultPart.createMany({ data: parts.map((part) => ({ ...part, agencyId, resultId: id })) });
    }
    tx.markChanged(agencyId, 'GuidelineResult', id);
    return { id };
  },
});
