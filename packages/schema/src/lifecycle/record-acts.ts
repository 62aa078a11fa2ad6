import { act } from '../core/act.ts';
import { builder } from '../core/builder.ts';
import { Check, NAME_MAX, TEXT_MAX } from '../core/check.ts';
import { invalidInput } from '../core/errors.ts';
import { most } from '../core/limits/parts.logic.ts';
import { requireEach } from '../core/references.ts';
import { announcementOf, PublicationAnnouncementInput } from './announcement.ts';
import type { RecordAct } from './lifecycle.logic.ts';
import { recordFields } from './record-fields.ts';
import type { RecordSlice } from './record-slice.ts';
import { type Asked, freeze, refuseBeforeItsEnd, refuseOwnSubmission, take } from './record-steps.ts';

const ITEM_COMMENTS_MAX = most.itemsCommented;

const errors = 'Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, INVALID_INPUT, ILLEGAL_TRANSITION.';

/** What a kind of record's life cycle gives it: its fields, and the mutations submit, return, revise, approve, publish, amend, close. */
export function recordActs(slice: RecordSlice): void {
  const { model, payload, nameTh, nameEn } = slice;
  recordFields(slice);

  // Thai goes on without a space, but not behind Latin letters.
  const before = /[A-Za-z]$/.test(nameTh) ? `${nameTh} ` : nameTh;

  const idField = `รหัสของ${nameTh} · The ${nameEn}.`;
  const versionField = `รุ่นที่ผู้ใช้เห็น · \`version\` of the ${nameEn} as the user saw it; CONFLICT when it, or any part of it, has changed since.`;

  const ActInput = builder.inputType(`${model}ActInput`, {
    description: `ขั้นตอนหนึ่งของ${nameTh} · A step of a ${nameEn} along its life cycle.`,
    fields: (t) => ({
      id: t.globalID({ for: slice.ref, required: true, description: idField }),
      expectedVersion: t.int({ required: true, description: versionField }),
      comment: t.string({ description: 'ความเห็นประกอบ · What is said about it; at most 4,000 characters.' }),
    }),
  });

  const ItemCommentInput = builder.inputType(`${model}ItemCommentInput`, {
    description: `ความเห็นต่อรายการหนึ่งใน${nameTh} · What is said of one item of a ${nameEn}.`,
    fields: (t) => ({
      itemId: t.globalID({ for: slice.items.ref, required: true, description: 'รายการที่กล่าวถึง · The item.' }),
      field: t.string({ description: 'ข้อมูลที่กล่าวถึง เช่น `titleTh` · The field of the item, for example titleTh.' }),
      text: t.string({ required: true, description: 'ความเห็น · The comment; at most 4,000 characters.' }),
    }),
  });

  const ReturnInput = builder.inputType(`Return${model}Input`, {
    description: `การส่ง${before}กลับให้แก้ไข · Return of a ${nameEn} with comments.`,
    fields: (t) => ({
      id: t.globalID({ for: slice.ref, required: true, description: idField }),
      expectedVersion: t.int({ required: true, description: versionField }),
      comment: t.string({ required: true, description: 'เหตุที่ส่งกลับ · Why it is returned; at most 4,000 characters.' }),
      items: t.field({
        type: [ItemCommentInput],
        description: 'ความเห็นรายข้อ · Comments on single items, at most 250.',
      }),
    }),
  });

  const PublishInput = builder.inputType(`Publish${model}Input`, {
    description: `การเผยแพร่${nameTh} · Publication of a ${nameEn} as an edition.`,
    fields: (t) => ({
      id: t.globalID({ for: slice.ref, required: true, description: idField }),
      expectedVersion: t.int({ required: true, description: versionField }),
      announcement: t.field({
        type: PublicationAnnouncementInput,
        description: 'ประกาศที่ใช้เผยแพร่ จำเป็น · The announcement by which it is published; needed.',
      }),
      noteTh: t.string({
        description: 'เหตุที่ออกฉบับใหม่ จำเป็นตั้งแต่ฉบับที่ 2 · Why there is a new edition; needed from the second on.',
      }),
    }),
  });

  const AmendInput = builder.inputType(`Amend${model}Input`, {
    description: `การเปิดแก้ไข${before}เพื่อออกฉบับใหม่ · Reopening of a ${nameEn} for its next edition.`,
    fields: (t) => ({
      id: t.globalID({ for: slice.ref, required: true, description: idField }),
      expectedVersion: t.int({ required: true, description: versionField }),
      reason: t.string({ required: true, description: 'เหตุผล · Why; at most 4,000 characters.' }),
    }),
  });

  const step = (
    name: RecordAct,
    verb: string,
    description: string,
    { first, last, bulk }: { first?: Asked; last?: Asked; bulk?: string } = {},
  ) =>
    act({
      name: `${verb}${model}`,
      ...(bulk ? { bulk } : {}),
      description: `${description} ${errors}`,
      input: ActInput,
      payload,
      reason: ({ comment }) => comment,
      work: async ({ id: { id }, expectedVersion, comment }, write) => {
        const check = new Check();
        const said = check.optionalText('comment', comment, { max: TEXT_MAX });
        check.refuse();
        const { record } = await take(slice, name, { id, expectedVersion, comment: said, first }, write);
        await last?.(record, write);
        return { id };
      },
    });

  step(
    'SUBMIT',
    'submit',
    `ส่ง${before}ให้ ศปท.กทม. พร้อมตรวจความครบถ้วน · Submits a draft or amended ${nameEn} to the centre; INVALID_INPUT names everything that is missing. For approvers of the agency.`,
    {
      last: async ({ id }, { db }) => {
        const problems = await slice.missing(db, id);
        if (problems.length > 0) throw invalidInput(...problems);
      },
    },
  );
  step(
    'REVISE',
    'revise',
    `นำ${before}ที่ถูกส่งกลับมาแก้ไข · Takes a returned ${nameEn} back to correct it: into draft, or into AMENDING where it had been amended. For editors and approvers of the agency.`,
  );
  step(
    'APPROVE',
    'approve',
    `เห็นชอบ${nameTh} · Approves a submitted ${nameEn}. For the centre; nobody approves what they wrote in, opened, took back or submitted since it was approved last.`,
    {
      first: (record, write) => refuseOwnSubmission(slice, record, write),
      bulk: `approve${model === 'SwotAnalysis' ? 'SwotAnalyses' : `${model}s`}`,
    },
  );
  step(
    'CLOSE',
    'close',
    `ปิด${before}เมื่อสิ้นปีงบประมาณสุดท้ายแล้ว · Closes a published ${nameEn} once its last fiscal year has ended${slice.unfinished ? ' and each of its projects is done, cancelled or not done for a reason' : ''}; it changes no more. INVALID_INPUT names everything that is in the way. For approvers of the agency.`,
    { first: (record, { db }) => refuseBeforeItsEnd(slice, record, db) },
  );

  act({
    name: `return${model}`,
    description: `ส่ง${before}กลับให้แก้ไขพร้อมความเห็นรายข้อ · Returns a submitted ${nameEn} with comments. For the centre. ${errors}`,
    input: ReturnInput,
    payload,
    reason: ({ comment }) => comment,
    work: async (input, write) => {
      const { id } = input.id;
      const check = new Check();
      const comment = check.text('comment', input.comment, { max: TEXT_MAX });
      const items = (input.items ?? []).map((item, index) => {
        const part = check.at(`items[${index}]`);
        return {
          itemId: item.itemId.id,
          text: part.text('text', item.text, { max: TEXT_MAX }),
          field: part.optionalText('field', item.field, { max: NAME_MAX }) ?? null,
        };
      });
      if (items.length > ITEM_COMMENTS_MAX)
        check.add('items', `ให้ความเห็นได้ไม่เกิน ${ITEM_COMMENTS_MAX} ข้อ`, `At most ${ITEM_COMMENTS_MAX} items.`);
      check.refuse();
      const { record, change } = await take(
        slice,
        'RETURN',
        { id, expectedVersion: input.expectedVersion, comment },
        write,
      );
      const wanted = [...new Set(items.map(({ itemId }) => itemId))];
      const own = new Set((await slice.items.among(write.db, id, wanted)).map((item) => item.id));
      requireEach(
        items,
        ({ itemId }) => own.has(itemId),
        (index) => `items[${index}].itemId`,
      );
      await write.db.reviewComment.createMany({
        data: items.map(({ itemId, text, field }) => ({
          agencyId: record.agencyId,
          changeId: change.id,
          [slice.items.column]: itemId,
          text,
          field,
        })),
      });
      return { id };
    },
  });

  act({
    name: `publish${model}`,
    description: `เผยแพร่${before}เป็นฉบับที่แก้ไขไม่ได้ · Publishes an approved ${nameEn} as an immutable numbered edition at a public address, with the announcement by which that is made known (INVALID_INPUT without). For approvers of the agency. ${errors}`,
    input: PublishInput,
    payload,
    reason: ({ noteTh }) => noteTh,
    work: async ({ id: { id }, expectedVersion, ...input }, write) => {
      const check = new Check();
      const noteTh = check.optionalText('noteTh', input.noteTh, { max: TEXT_MAX }) ?? null;
      check.refuse();
      // Once it is published it changes no more; a wrong announcement undoes the whole act.
      const first: Asked = async (_record, { db }) => {
        if (input.announcement?.announcedOn) await slice.announce?.(db, id, input.announcement.announcedOn);
      };
      const { record } = await take(slice, 'PUBLISH', { id, expectedVersion, comment: noteTh, first }, write);
      const lost = (await slice.lost?.(write.db, id)) ?? [];
      if (lost.length > 0) throw invalidInput(...lost);
      const announcement = await announcementOf(write, slice.link(id), input.announcement);
      await freeze(slice, record, { noteTh, announcement }, write);
      return { id };
    },
  });

  act({
    name: `amend${model}`,
    description: `เปิดแก้ไข${before}เพื่อออกฉบับใหม่ ฉบับที่เผยแพร่แล้วยังอยู่ และยังเห็นได้เท่าเดิมระหว่างแก้ไข · Reopens an imported, approved or published ${nameEn} for its next edition, as AMENDING: written like a draft, and seen by the same people as before; what was published stays. For approvers of the agency. ${errors}`,
    input: AmendInput,
    payload,
    reason: ({ reason }) => reason,
    work: async ({ id: { id }, expectedVersion, ...input }, write) => {
      const check = new Check();
      const reason = check.text('reason', input.reason, { max: TEXT_MAX });
      check.refuse();
      await take(slice, 'AMEND', { id, expectedVersion, comment: reason }, write);
      return { id };
    },
  });
}
