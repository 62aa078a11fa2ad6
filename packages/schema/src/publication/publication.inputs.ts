import type { InputShapeFromFields } from '@pothos/core';
import { Unit } from '../agency/agency.type.ts';
import { type Check, NAME_MAX, TEXT_MAX } from '../graphql/inputs/check.ts';
import type { InputFieldBuilder } from '../graphql/inputs/input-field-builder.ts';
import { idOf } from '../graphql/inputs/references.ts';
import { OitTopic } from '../ita/oit/round.type.ts';

/** What is said of what is made public besides its topic, title and day. */
export const publicItemFields = (t: InputFieldBuilder) => ({
  titleEn: t.string({ description: 'ชื่อภาษาอังกฤษ ไม่เกิน 500 ตัวอักษร · Title in English, at most 500 characters.' }),
  summaryMonth: t.field({
    type: 'Date',
    description:
      'เดือนที่สรุปผลการจัดซื้อจัดจ้าง วันแรกของเดือน · Month of a procurement summary, by its first day; one for each month.',
  }),
  unitId: t.globalID({ for: Unit, description: 'ส่วนราชการที่รับผิดชอบ · Responsible unit of the agency.' }),
  oitTopicId: t.globalID({
    for: OitTopic,
    description:
      'หัวข้อ OIT ที่ข้อมูลนี้ตอบ เมื่อเผยแพร่จะตอบข้อ OIT ของหัวข้อ · Lasting topic of the OIT: once published, the item answers what checklists ask under it.',
  }),
  noteTh: t.string({ description: 'หมายเหตุ ไม่เกิน 4,000 ตัวอักษร · Note, at most 4,000 characters.' }),
});

type PublicItemInput = InputShapeFromFields<ReturnType<typeof publicItemFields>>;

/** The content of an item, checked and normalised; what is not given stays undefined. */
export const publicItemContentOf = (check: Check, input: PublicItemInput) => ({
  titleEn: check.optionalText('titleEn', input.titleEn, { max: NAME_MAX }),
  summaryMonth: input.summaryMonth,
  unitId: idOf(input.unitId),
  oitTopicId: idOf(input.oitTopicId),
  noteTh: check.optionalText('noteTh', input.noteTh, { max: TEXT_MAX }),
});
