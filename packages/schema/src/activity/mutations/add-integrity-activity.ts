import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onOwnAgency } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { ActivityKind } from '../activity.enums.ts';
import { activityContentOf, activityFields } from '../activity.inputs.ts';
import { problemsOfActivity } from '../activity.logic.ts';
import { IntegrityActivityPayload } from '../activity.payload.ts';
import { requireReferences } from '../activity-references.ts';

const AddIntegrityActivityInput = builder.inputType('AddIntegrityActivityInput', {
  description: 'กิจกรรมใหม่ · A new activity.',
  fields: (t) => ({
    kind: t.field({
      type: ActivityKind,
      required: true,
      description: 'ชนิด · Kind; it says which numbers it may have.',
    }),
    titleTh: t.string({
      required: true,
      description: 'ชื่อภาษาไทย ไม่เกิน 500 ตัวอักษร · Title in Thai, at most 500 characters.',
    }),
    fiscalYear: t.field({
      type: 'FiscalYear',
      required: true,
      description: 'ปีงบประมาณที่จัด · Fiscal year in which all of its days lie.',
    }),
    heldFrom: t.field({ type: 'Date', required: true, description: 'วันแรก · First day.' }),
    ...activityFields(t),
  }),
});

act({
  name: 'addIntegrityActivity',
  bulk: 'addIntegrityActivities',
  description: 'บันทึกกิจกรรมเป็นร่าง · Adds an activity, as a draft.',
  by: isEditorOfAgency,
  on: onOwnAgency,
  errors: { NOT_FOUND: true },
  input: AddIntegrityActivityInput,
  payload: IntegrityActivityPayload,
  work: async (input, tx) => {
    const { db, agencyId } = tx;
    const { kind, fiscalYear, heldFrom } = input;
    const check = new Check();
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    const content = activityContentOf(check, input);
    check.include(problemsOfActivity({ kind, fiscalYear, heldFrom, ...content }));
    check.refuse();
    await requireReferences(db, content);
    const { id } = await db.integrityActivity.create({
      data: { ...content, agencyId, kind, titleTh, fiscalYear, heldFrom },
      select: { id: true },
    });
    return { id };
  },
});
