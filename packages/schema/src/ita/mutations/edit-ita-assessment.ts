import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { onWrittenEntry } from '../../entry/entry-standing.ts';
import { entryNotWritten, requireEntryWritten } from '../../entry/entry-state.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { assessmentFields, contentOf } from '../assessment.inputs.ts';
import { ItaAssessmentPayload } from '../assessment.payload.ts';
import { ItaAssessment } from '../assessment.type.ts';
import { checkContent, rulesWithParts, writeParts } from '../assessment-parts.ts';

const EditItaAssessmentInput = builder.inputType('EditItaAssessmentInput', {
  description: 'การแก้ไขผลการประเมิน ช่องที่ไม่ระบุคงเดิม · A change of an ITA result; what is absent stays, null empties.',
  fields: (t) => ({
    assessmentId: t.globalID({ for: ItaAssessment, required: true, description: 'ผลการประเมิน · The result.' }),
    ...atVersion(t, 'result'),
    ...assessmentFields(t),
  }),
});

act({
  name: 'editItaAssessment',
  description:
    'แก้ไขผลการประเมิน ITA ที่เป็นร่างหรือเปิดแก้ไข · Edits an ITA result while it is a draft or opened to be corrected.',
  by: isEditorOfAgency,
  on: onWrittenEntry('ItaAssessment'),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: entryNotWritten },
  input: EditItaAssessmentInput,
  payload: ItaAssessmentPayload,
  work: async ({ assessmentId: { id }, expectedVersion, ...given }, tx) => {
    const { db } = tx;
    const before = await db.itaAssessment.findUnique({
      where: { id },
      select: { agencyId: true, status: true, ruleSet: { select: rulesWithParts } },
    });
    if (!before) throw notFound('assessmentId');
    requireEntryWritten(before.status);
    const check = new Check();
    const content = contentOf(check, given);
    checkContent(check, content, before.ruleSet);
    check.refuse();
    await requireVersion(
      db.itaAssessment.updateMany({
        where: { id, version: expectedVersion },
        data: { ...content.heading, version: { increment: 1 } },
      }),
    );
    await writeParts(tx, id, content, before.ruleSet);
    tx.markChanged(before.agencyId, 'ItaAssessment', id);
    return { id };
  },
});
