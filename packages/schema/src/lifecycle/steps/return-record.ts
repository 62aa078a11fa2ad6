import { isCentre } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireEach } from '../../graphql/inputs/references.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import type { RecordSlice } from '../record/record-slice.ts';
import { nameBefore, recordAtVersion, stepErrors } from './record-act.ts';
import { onStep } from './record-standing.ts';
import { take } from './record-steps.ts';

const ITEM_COMMENTS_MAX = most.itemsCommented;

function returnInputOf(slice: RecordSlice) {
  const { model, nameTh, nameEn } = slice;
  const ItemCommentInput = builder.inputType(`${model}ItemCommentInput`, {
    description: `ความเห็นต่อรายการหนึ่งใน${nameTh} · What is said of one item of a ${nameEn}.`,
    fields: (t) => ({
      itemId: t.globalID({ for: slice.items.ref, required: true, description: 'รายการที่กล่าวถึง · The item.' }),
      field: t.string({ description: 'ข้อมูลที่กล่าวถึง เช่น `titleTh` · The field of the item, for example titleTh.' }),
      text: t.string({ required: true, description: 'ความเห็น · The comment; at most 4,000 characters.' }),
    }),
  });

  return builder.inputType(`Return${model}Input`, {
    description: `การส่ง${nameBefore(slice)}กลับให้แก้ไข · Return of a ${nameEn} with comments.`,
    fields: (t) => ({
      ...recordAtVersion(slice, t),
      comment: t.string({ required: true, description: 'เหตุที่ส่งกลับ · Why it is returned; at most 4,000 characters.' }),
      items: t.field({
        type: [ItemCommentInput],
        description: 'ความเห็นรายข้อ · Comments on single items, at most 250.',
      }),
    }),
  });
}

/** Returns a submitted record to its agency, with what the centre says of it and of single items. */
export function recordReturn(slice: RecordSlice): void {
  const { model, payload, nameEn } = slice;
  act({
    name: `return${model}`,
    description: `ส่ง${nameBefore(slice)}กลับให้แก้ไขพร้อมความเห็นรายข้อ · Returns a submitted ${nameEn} with comments.`,
    by: isCentre,
    on: onStep(slice, 'RETURN'),
    errors: stepErrors,
    input: returnInputOf(slice),
    payload,
    reason: ({ comment }) => comment,
    work: async (input, tx) => {
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
        tx,
      );
      const wanted = [...new Set(items.map(({ itemId }) => itemId))];
      const own = new Set((await slice.items.among(tx.db, id, wanted)).map((item) => item.id));
      requireEach(
        items,
        ({ itemId }) => own.has(itemId),
        (index) => `items[${index}].itemId`,
      );
      await tx.db.reviewComment.createMany({
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
}
