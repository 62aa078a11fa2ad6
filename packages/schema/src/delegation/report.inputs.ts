import { builder } from '../core/builder.ts';
import { DelegatedPower } from './power.type.ts';

export const PowerUseInput = builder.inputType('PowerUseInput', {
  description: 'การใช้อำนาจหนึ่งรายการในเดือน · Use of one power in the month.',
  fields: (t) => ({
    powerId: t.globalID({
      for: DelegatedPower,
      required: true,
      description: 'รายการของคำสั่งที่มอบให้ผู้รายงาน · A line of the order to the reporting position; each at most once.',
    }),
    count: t.int({ required: true, description: 'จำนวนครั้ง · Number of uses; 0 when it was not used.' }),
    totalAmount: t.field({ type: 'Decimal', required: true, description: 'จำนวนเงินรวม (บาท) · Total in baht.' }),
    maxAmount: t.field({
      type: 'Decimal',
      required: true,
      description:
        'จำนวนเงินสูงสุดต่อครั้ง (บาท) · Largest single amount in baht. One above the ceiling is reported all the same.',
    }),
    exceptionsTh: t.string({ description: 'ข้อยกเว้น ไม่เกิน 4,000 ตัวอักษร · Exceptions, at most 4,000 characters.' }),
  }),
});

export type UsesInput = readonly (typeof PowerUseInput.$inferInput)[] | null | undefined;
