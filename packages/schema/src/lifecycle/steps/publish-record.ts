import { isApproverOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { announcementOf, PublicationAnnouncementInput } from '../announcements/announcement.ts';
import type { RecordSlice } from '../record/record-slice.ts';
import { nameBefore, recordAtVersion, stepErrors } from './record-act.ts';
import { onPublication } from './record-standing.ts';
import { type Asked, freeze, take } from './record-steps.ts';
import { lostOf, requireNothing } from './step-guards.ts';

function publishInputOf(slice: RecordSlice) {
  const { model, nameTh, nameEn } = slice;
  return builder.inputType(`Publish${model}Input`, {
    description: `การเผยแพร่${nameTh} · Publication of a ${nameEn} as an edition.`,
    fields: (t) => ({
      ...recordAtVersion(slice, t),
      announcement: t.field({
        type: PublicationAnnouncementInput,
        description: 'ประกาศที่ใช้เผยแพร่ จำเป็น · The announcement by which it is published; needed.',
      }),
      noteTh: t.string({
        description: 'เหตุที่ออกฉบับใหม่ จำเป็นตั้งแต่ฉบับที่ 2 · Why there is a new edition; needed from the second on.',
      }),
    }),
  });
}

/** Publishes an approved record as its next edition. */
export function recordPublication(slice: RecordSlice): void {
  const { model, payload, nameEn } = slice;
  act({
    name: `publish${model}`,
    description: `เผยแพร่${nameBefore(slice)}เป็นฉบับที่แก้ไขไม่ได้ · Publishes an approved ${nameEn} as an immutable numbered edition at a public address, with the announcement by which that is made known (INVALID_INPUT without).`,
    by: isApproverOfAgency,
    on: onPublication(slice),
    errors: stepErrors,
    input: publishInputOf(slice),
    payload,
    reason: ({ noteTh }) => noteTh,
    work: async ({ id: { id }, expectedVersion, ...input }, tx) => {
      const check = new Check();
      const noteTh = check.optionalText('noteTh', input.noteTh, { max: TEXT_MAX }) ?? null;
      check.refuse();
      // A published record changes no more, so a wrong announcement undoes the whole act.
      const first: Asked = async (_record, { db }) => {
        if (input.announcement?.announcedOn) await slice.announce?.(db, id, input.announcement.announcedOn);
      };
      const { record } = await take(slice, 'PUBLISH', { id, expectedVersion, comment: noteTh, first }, tx);
      if (slice.neededToPublish) requireNothing(lostOf(slice, (await slice.missing(tx.db, [id])).get(id)));
      const announcement = await announcementOf(tx, slice.link(id), input.announcement);
      await freeze(slice, record, { noteTh, announcement }, tx);
      return { id };
    },
  });
}
