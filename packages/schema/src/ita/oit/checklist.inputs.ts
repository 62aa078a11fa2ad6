import { builder } from '../../graphql/builder.ts';
import type { InputFieldBuilder } from '../../graphql/inputs/input-field-builder.ts';

/** What an item of a checklist says. */
export const checklistItemFields = (t: InputFieldBuilder) => ({
  code: t.string({
    required: true,
    description: 'รหัสข้อของปีนั้น เช่น O1 ไม่เกิน 20 ตัวอักษร · Code in that year, such as O1, at most 20 characters.',
  }),
  textTh: t.string({
    required: true,
    description: 'ข้อความภาษาไทย ไม่เกิน 4,000 ตัวอักษร · What is to be disclosed, in Thai, at most 4,000 characters.',
  }),
  textEn: t.string({
    description: 'ข้อความภาษาอังกฤษ ไม่เกิน 4,000 ตัวอักษร · The same in English, at most 4,000 characters.',
  }),
  indicatorNumber: t.int({
    required: true,
    description: 'ลำดับตัวชี้วัดที่วัดด้วย OIT · Number of the indicator, one that the OIT measures.',
  }),
  topicCode: t.string({
    description:
      'รหัสหัวข้อที่คงอยู่ ไม่เกิน 40 ตัวอักษร · Code of the lasting topic, at most 40 characters; absent where none fits.',
  }),
});

export const OitChecklistItemInput = builder.inputType('OitChecklistItemInput', {
  description: 'ข้อหนึ่งของแบบตรวจ OIT · An item of an OIT checklist.',
  fields: checklistItemFields,
});
