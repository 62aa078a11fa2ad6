import { isApproverOfAgency, isCentre, isEditorOfAgency } from '../../access/access.rules.ts';
import type { Rule } from '../../access/shield.ts';
import { act } from '../../graphql/acts/act.ts';
import type { Standing } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import type { RecordAct } from '../lifecycle.logic.ts';
import type { RecordSlice } from '../record/record-slice.ts';
import { nameBefore, recordAtVersion, stepErrors } from './record-act.ts';
import { onApproval, onClosing, onStep, onSubmission } from './record-standing.ts';
import { type Asked, take } from './record-steps.ts';
import { broughtBy, problemsOfClosing, requireAnother, requireNothing } from './step-guards.ts';

/** Checks before and after the record moves, and the name of the act on many records. */
type Besides = { readonly on?: Standing; readonly first?: Asked; readonly last?: Asked; readonly bulk?: string };

function actInputOf(slice: RecordSlice) {
  const { model, nameTh, nameEn } = slice;
  return builder.inputType(`${model}ActInput`, {
    description: `ขั้นตอนหนึ่งของ${nameTh} · A step of a ${nameEn} along its life cycle.`,
    fields: (t) => ({
      ...recordAtVersion(slice, t),
      comment: t.string({ description: 'ความเห็นประกอบ · What is said about it; at most 4,000 characters.' }),
    }),
  });
}

/** Defines steps that are given nothing but the record and a comment. */
function stepOf(slice: RecordSlice) {
  const { model, payload } = slice;
  const input = actInputOf(slice);
  return (
    name: RecordAct,
    verb: string,
    by: Rule,
    description: string,
    { on, first, last, bulk }: Besides = {},
  ): void =>
    act({
      name: `${verb}${model}`,
      ...(bulk ? { bulk } : {}),
      description,
      by,
      on: on ?? onStep(slice, name),
      errors: stepErrors,
      input,
      payload,
      reason: ({ comment }) => comment,
      work: async ({ id: { id }, expectedVersion, comment }, tx) => {
        const check = new Check();
        const said = check.optionalText('comment', comment, { max: TEXT_MAX });
        check.refuse();
        const { record } = await take(slice, name, { id, expectedVersion, comment: said, first }, tx);
        await last?.(record, tx);
        return { id };
      },
    });
}

/** The steps submit, revise, approve and close of a kind of record. */
export function recordSteps(slice: RecordSlice): void {
  const { model, nameTh, nameEn } = slice;
  const step = stepOf(slice);
  step(
    'SUBMIT',
    'submit',
    isApproverOfAgency,
    `ส่ง${nameBefore(slice)}ให้ ศปท.กทม. พร้อมตรวจความครบถ้วน · Submits a draft or amended ${nameEn} to the centre; INVALID_INPUT names everything that is missing.`,
    {
      on: onSubmission(slice),
      last: async ({ id }, { db }) => requireNothing((await slice.missing(db, [id])).get(id)),
    },
  );
  step(
    'REVISE',
    'revise',
    isEditorOfAgency,
    `นำ${nameBefore(slice)}ที่ถูกส่งกลับมาแก้ไข · Takes a returned ${nameEn} back to correct it: into draft, or into AMENDING where it had been amended.`,
  );
  step(
    'APPROVE',
    'approve',
    isCentre,
    `เห็นชอบ${nameTh} · Approves a submitted ${nameEn}; nobody approves what they wrote in, opened, took back or submitted since it was approved last.`,
    {
      on: onApproval(slice),
      first: async ({ id }, { db, accountId }) => requireAnother((await broughtBy(accountId, slice, [id], db)).has(id)),
      bulk: `approve${model === 'SwotAnalysis' ? 'SwotAnalyses' : `${model}s`}`,
    },
  );
  step(
    'CLOSE',
    'close',
    isApproverOfAgency,
    `ปิด${nameBefore(slice)}เมื่อสิ้นปีงบประมาณสุดท้ายแล้ว · Closes a published ${nameEn} once its last fiscal year has ended${slice.unfinished ? ' and each of its projects is done, cancelled or not done for a reason' : ''}; it changes no more. INVALID_INPUT names everything that is in the way.`,
    {
      on: onClosing(slice),
      first: async (record, { db }) =>
        requireNothing(problemsOfClosing(slice, record, (await slice.unfinished?.(db, [record.id]))?.get(record.id))),
    },
  );
}
