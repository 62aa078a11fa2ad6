import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onOwnAgency } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { CommitteeKind } from '../committee.enums.ts';
import { committeeContentOf, committeeFields, replaceSeats, requireOfAgency } from '../committee.inputs.ts';
import { problemsOfSeats } from '../committee.logic.ts';
import { CommitteePayload } from '../committee.payload.ts';

const AddCommitteeInput = builder.inputType('AddCommitteeInput', {
  description: 'คณะกรรมการใหม่ · A new committee.',
  fields: (t) => ({
    kind: t.field({ type: CommitteeKind, required: true, description: 'ชนิด · Kind.' }),
    nameTh: t.string({
      required: true,
      description: 'ชื่อภาษาไทย ไม่เกิน 500 ตัวอักษร · Name in Thai, at most 500 characters.',
    }),
    validFrom: t.field({ type: 'Date', required: true, description: 'วันแรกที่มีผล · First day.' }),
    ...committeeFields(t),
  }),
});

act({
  name: 'addCommittee',
  description: 'บันทึกคณะกรรมการเป็นร่าง · Adds a committee, as a draft.',
  by: isEditorOfAgency,
  on: onOwnAgency,
  errors: { NOT_FOUND: true },
  input: AddCommitteeInput,
  payload: CommitteePayload,
  work: async ({ kind, validFrom, ...input }, { db, agencyId }) => {
    const check = new Check();
    const nameTh = check.text('nameTh', input.nameTh, { max: NAME_MAX });
    const { columns, seats } = committeeContentOf(check, input);
    check.inOrder('validFrom', validFrom, 'validTo', columns.validTo);
    check.include(problemsOfSeats(seats ?? [], { ...columns, validFrom }));
    check.refuse();
    await requireOfAgency(db, columns.orderId, seats);
    const { id } = await db.committee.create({
      data: { ...columns, agencyId, kind, nameTh, validFrom },
      select: { id: true },
    });
    await replaceSeats(db, { id, agencyId }, seats);
    return { id };
  },
});
