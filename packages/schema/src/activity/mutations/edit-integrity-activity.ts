import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { onWrittenEntry } from '../../entry/entry-standing.ts';
import { entryNotWritten, requireEntryWritten } from '../../entry/entry-state.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { ActivityKind } from '../activity.enums.ts';
import { activityContentOf, activityFields } from '../activity.inputs.ts';
import { problemsOfActivity } from '../activity.logic.ts';
import { IntegrityActivityPayload } from '../activity.payload.ts';
import { IntegrityActivity } from '../activity.type.ts';
import { requireReferences } from '../activity-references.ts';

const EditIntegrityActivityInput = builder.inputType('EditIntegrityActivityInput', {
  description: 'การแก้ไขกิจกรรม ช่องที่ไม่ระบุคงเดิม · A change of an activity; what is absent stays, null empties.',
  fields: (t) => ({
    activityId: t.globalID({ for: IntegrityActivity, required: true, description: 'กิจกรรม · The activity.' }),
    ...atVersion(t, 'activity'),
    kind: t.field({ type: ActivityKind, description: 'ชนิด · Kind; it says which numbers it may have.' }),
    titleTh: t.string({ description: 'ชื่อภาษาไทย ไม่เกิน 500 ตัวอักษร · Title in Thai, at most 500 characters.' }),
    fiscalYear: t.field({ type: 'FiscalYear', description: 'ปีงบประมาณที่จัด · Fiscal year in which its days lie.' }),
    heldFrom: t.field({ type: 'Date', description: 'วันแรก · First day.' }),
    ...activityFields(t),
  }),
});

/** What is given in the place of what was there; what is not given stays. */
const merged = <Before extends object, Given extends object>(before: Before, given: Given) => ({
  ...before,
  ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
});

act({
  name: 'editIntegrityActivity',
  description: 'แก้ไขกิจกรรมที่เป็นร่างหรือเปิดแก้ไข · Edits an activity while it is a draft or opened to be corrected.',
  by: isEditorOfAgency,
  on: onWrittenEntry('IntegrityActivity'),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: entryNotWritten },
  input: EditIntegrityActivityInput,
  payload: IntegrityActivityPayload,
  work: async ({ activityId: { id }, expectedVersion, ...input }, tx) => {
    const { db } = tx;
    const before = await db.integrityActivity.findUnique({ where: { id } });
    if (!before) throw notFound('activityId');
    requireEntryWritten(before.status);
    const check = new Check();
    const data = {
      ...activityContentOf(check, input),
      kind: check.required('kind', input.kind),
      titleTh: check.text('titleTh', input.titleTh, { max: NAME_MAX }),
      fiscalYear: check.required('fiscalYear', input.fiscalYear),
      heldFrom: check.required('heldFrom', input.heldFrom),
    };
    const after = merged(before, data);
    check.include(problemsOfActivity(after));
    check.refuse();
    await requireReferences(db, after);
    await requireVersion(
      db.integrityActivity.updateMany({
        where: { id, version: expectedVersion },
        data: { ...data, version: { increment: 1 } },
      }),
    );
    tx.markChanged(before.agencyId, 'IntegrityActivity', id);
    return { id };
  },
});
