import { Position } from '../../agency/agency.type.ts';
import { builder } from '../../graphql/builder.ts';
import type { InputFieldBuilder } from '../../graphql/inputs/input-field-builder.ts';
import { DelegatedPower } from '../orders/power.type.ts';

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

/** What a report says, when it is filed and when it is corrected. */
export const reportContent = (t: InputFieldBuilder) => ({
  uses: t.field({
    type: [PowerUseInput],
    description: 'การใช้อำนาจแต่ละรายการ ทั้งหมด ไม่มีการใช้ = รายการว่าง · All uses by power; empty when none was used.',
  }),
  notUsed: t.boolean({
    description: 'แจ้งว่าไม่มีการใช้อำนาจในเดือนนั้น · Says that no power was used in the month, in place of uses.',
  }),
  recipientId: t.globalID({
    for: Position,
    description:
      'ตำแหน่งผู้รับรายงาน ไม่ระบุ = ผู้มอบอำนาจ · Position that receives the report; the delegator where none is named.',
  }),
  remarksTh: t.string({ description: 'ข้อสังเกต ไม่เกิน 4,000 ตัวอักษร · Remarks, at most 4,000 characters.' }),
});

export type UsesInput = readonly (typeof PowerUseInput.$inferInput)[] | null | undefined;
