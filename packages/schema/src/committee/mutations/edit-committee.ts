import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { onWrittenEntry } from '../../entry/entry-standing.ts';
import { entryNotWritten, requireEntryWritten } from '../../entry/entry-state.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { CommitteeKind } from '../committee.enums.ts';
import { committeeContentOf, committeeFields, replaceSeats, requireOfAgency } from '../committee.inputs.ts';
import { problemsOfSeats } from '../committee.logic.ts';
import { CommitteePayload } from '../committee.payload.ts';
import { Committee } from '../committee.type.ts';

const EditCommitteeInput = builder.inputType('EditCommitteeInput', {
  description: 'การแก้ไขคณะกรรมการ ช่องที่ไม่ระบุคงเดิม · A change of a committee; what is absent stays, null empties.',
  fields: (t) => ({
    committeeId: t.globalID({ for: Committee, required: true, description: 'คณะกรรมการ · The committee.' }),
    ...atVersion(t, 'committee'),
    kind: t.field({ type: CommitteeKind, description: 'ชนิด · Kind.' }),
    nameTh: t.string({ description: 'ชื่อภาษาไทย ไม่เกิน 500 ตัวอักษร · Name in Thai, at most 500 characters.' }),
    validFrom: t.field({ type: 'Date', description: 'วันแรกที่มีผล · First day.' }),
    ...committeeFields(t),
  }),
});

act({
  name: 'editCommittee',
  description:
    'แก้ไขคณะกรรมการที่เป็นร่างหรือเปิดแก้ไข · Edits a committee and its seats while it is a draft or opened to be corrected.',
  by: isEditorOfAgency,
  on: onWrittenEntry('Committee'),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: entryNotWritten },
  input: EditCommitteeInput,
  payload: CommitteePayload,
  work: async ({ committeeId: { id }, expectedVersion, ...input }, tx) => {
    const { db } = tx;
    const before = await db.committee.findUnique({
      where: { id },
      select: { agencyId: true, status: true, validFrom: true, validTo: true, members: true },
    });
    if (!before) throw notFound('committeeId');
    requireEntryWritten(before.status);
    const check = new Check();
    const { columns, seats } = committeeContentOf(check, input);
    const data = {
      ...columns,
      kind: check.required('kind', input.kind),
      nameTh: check.text('nameTh', input.nameTh, { max: NAME_MAX }),
      validFrom: check.required('validFrom', input.validFrom),
    };
    const validFrom = data.validFrom ?? before.validFrom;
    const validTo = data.validTo === undefined ? before.validTo : data.validTo;
    check.inOrder('validFrom', validFrom, 'validTo', validTo);
    check.include(problemsOfSeats(seats ?? before.members, { validFrom, validTo }));
    check.refuse();
    await requireOfAgency(db, columns.orderId, seats);
    await requireVersion(
      db.committee.updateMany({
        where: { id, version: expectedVersion },
        data: { ...data, version: { increment: 1 } },
      }),
    );
    await replaceSeats(db, { id, agencyId: before.agencyId }, seats);
    return { id };
  },
});
