import type { InputRef } from '@pothos/core';
import { builder } from './builder.ts';
import type { Order } from './inputs.ts';
import type { Where } from './where.logic.ts';

/** The arguments of every list of records: conditions, words to find, and order. */
export const listArguments = (where: InputRef<Where>, order: InputRef<Order>) =>
  builder.args((t) => ({
    where: t.field({ type: where, description: 'เงื่อนไข · Conditions.' }),
    search: t.string({ description: 'คำค้นภาษาไทยหรืออังกฤษ · Words to find, Thai or English; every one must occur.' }),
    orderBy: t.field({ type: [order], description: 'ลำดับ รายการแรกสำคัญที่สุด · Order; the first entry counts most.' }),
  }));
