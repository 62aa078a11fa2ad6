import type { InputRef } from '@pothos/core';
import { builder } from '../builder.ts';
import type { Order } from '../filters/rank.logic.ts';
import type { Where } from '../filters/where.logic.ts';
import { SEARCH_LENGTH_MAX } from '../limits.ts';

/** The arguments of a list whose rows are in no search, because they belong to people or have no words of their own: conditions and order. */
export const orderedArguments = (where: InputRef<Where>, order: InputRef<Order>) =>
  builder.args((t) => ({
    where: t.field({ type: where, description: 'เงื่อนไข · Conditions.' }),
    orderBy: t.field({ type: [order], description: 'ลำดับ รายการแรกสำคัญที่สุด · Order; the first entry counts most.' }),
  }));

/** The arguments of a list of records: conditions, order, and words to find. */
export const listArguments = (where: InputRef<Where>, order: InputRef<Order>) => ({
  ...orderedArguments(where, order),
  ...builder.args((t) => ({
    search: t.string({
      description: `คำค้นภาษาไทยหรืออังกฤษ (ไม่เกิน ${SEARCH_LENGTH_MAX} ตัวอักษร) ต้องพบทุกคำ ลำดับใดก็ได้ ตัวเลขไทยหรืออารบิก คำยาวพิมพ์ผิดได้หนึ่งหรือสองตัว · Words to find, Thai or English, at most ${SEARCH_LENGTH_MAX} characters: every one must occur, in any order, with digits of either script; longer words may have one or two typing errors. A text without a word finds nothing.`,
    }),
  })),
});
