import { builder } from '../../graphql/builder.ts';
import { IssueProblemCode } from '../delegation.enums.ts';
import type { OrderProblem } from './issue-problem.logic.ts';

export const IssueProblem = builder
  .objectRef<OrderProblem & { readonly isBlocking: boolean }>('IssueProblem')
  .implement({
    description: 'ปัญหาหรือข้อสังเกตของร่างคำสั่ง · Something about a draft order that is wrong or worth a look.',
    fields: (t) => ({
      code: t.expose('code', { type: IssueProblemCode, description: 'กฎที่ไม่เป็นไปตาม · Which rule it is about.' }),
      isBlocking: t.exposeBoolean('isBlocking', {
        description: 'ทำให้ออกคำสั่งไม่ได้หรือไม่ · Whether it keeps the order from being issued; false for a notice.',
      }),
      field: t.exposeString('field', {
        description: 'ตำแหน่ง เช่น powers[2].ceilingAmount · Where, by its path in the order.',
      }),
      messageTh: t.string({
        description: 'ข้อความภาษาไทย · What to do, in Thai.',
        resolve: ({ message }) => message.th,
      }),
      messageEn: t.string({
        description: 'ข้อความภาษาอังกฤษ · What to do, in English.',
        resolve: ({ message }) => message.en,
      }),
    }),
  });
