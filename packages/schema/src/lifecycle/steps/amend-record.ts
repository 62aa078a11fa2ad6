import { isApproverOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import type { RecordSlice } from '../record/record-slice.ts';
import { nameBefore, recordAtVersion, stepErrors } from './record-act.ts';
import { onStep } from './record-standing.ts';
import { take } from './record-steps.ts';

function amendInputOf(slice: RecordSlice) {
  const { model, nameEn } = slice;
  return builder.inputType(`Amend${model}Input`, {
    description: `การเปิดแก้ไข${nameBefore(slice)}เพื่อออกฉบับใหม่ · Reopening of a ${nameEn} for its next edition.`,
    fields: (t) => ({
      ...recordAtVersion(slice, t),
      reason: t.string({ required: true, description: 'เหตุผล · Why; at most 4,000 characters.' }),
    }),
  });
}

/** Reopens a record for its next edition. */
export function recordAmendment(slice: RecordSlice): void {
  const { model, payload, nameEn } = slice;
  act({
    name: `amend${model}`,
    description: `เปิดแก้ไข${nameBefore(slice)}เพื่อออกฉบับใหม่ ฉบับที่เผยแพร่แล้วยังอยู่ และยังเห็นได้เท่าเดิมระหว่างแก้ไข · Reopens an imported, approved or published ${nameEn} for its next edition, as AMENDING: written like a draft, and seen by the same people as before; what was published stays.`,
    by: isApproverOfAgency,
    on: onStep(slice, 'AMEND'),
    errors: stepErrors,
    input: amendInputOf(slice),
    payload,
    reason: ({ reason }) => reason,
    work: async ({ id: { id }, expectedVersion, ...input }, tx) => {
      const check = new Check();
      const reason = check.text('reason', input.reason, { max: TEXT_MAX });
      check.refuse();
      await take(slice, 'AMEND', { id, expectedVersion, comment: reason }, tx);
      return { id };
    },
  });
}
