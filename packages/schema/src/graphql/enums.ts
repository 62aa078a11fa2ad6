import type * as stored from '@registry/prisma/generated/client/enums.ts';
import { noteStates } from '../base/state-words.ts';
import type { Role } from '../base/viewer.logic.ts';
import { builder } from './builder.ts';

type Values<E extends string> = Readonly<Record<E, string>>;

/** An enum that is computed: it has the values of a union, each with its meaning. */
export function enumOf<E extends string>(name: string, description: string, meanings: Values<E>) {
  // Refusals name the state of a record in these words, too.
  if (/(Status|State|Level)$/.test(name)) noteStates(meanings);
  return builder.enumType(name, { description, values: valuesOf(meanings) });
}

type StoredValue<Name extends keyof typeof stored> = keyof (typeof stored)[Name] & string;

/** An enum of the database, by its name there: a value without a meaning does not compile. */
export const storedEnum = <Name extends keyof typeof stored>(
  name: Name,
  description: string,
  meanings: Values<StoredValue<Name>>,
) => enumOf(name, description, meanings);

const valuesOf = <E extends string>(meanings: Values<E>): Record<E, { value: E; description: string }> => {
  const entries = Object.entries<string>(meanings).map(([value, description]) => [value, { value, description }]);
  return Object.fromEntries(entries);
};

export const Origin = storedEnum('Origin', 'ที่มาของข้อมูล · Where a record comes from.', {
  DOCUMENT: 'ถอดจากเอกสารต้นทาง · Transcribed from a source document.',
  SAMPLE: 'ข้อมูลตัวอย่างที่แต่งขึ้น · Invented for demonstration; only agencies of kind SAMPLE have such records.',
  USER: 'ผู้ใช้บันทึก · Entered by a user.',
});

export const RecordStatus = storedEnum(
  'RecordStatus',
  'สถานะของแผน การวิเคราะห์ และทะเบียนความเสี่ยง · Life-cycle status of a plan, SWOT analysis or risk register.',
  {
    DRAFT: 'ร่าง (เห็นเฉพาะหน่วยงาน) · Draft, seen by the agency alone.',
    SUBMITTED: 'ส่งให้ ศปท.กทม. แล้ว · Submitted to the anti-corruption centre.',
    RETURNED: 'ส่งกลับให้แก้ไข · Returned by the centre with comments.',
    IMPORTED:
      'นำเข้าจากเอกสารที่หน่วยงานเผยแพร่ · Taken from a document that the agency published; the centre has approved nothing here. Seen like APPROVED.',
    APPROVED: 'เห็นชอบแล้ว · Approved by the centre.',
    PUBLISHED: 'เผยแพร่แล้ว · Published as an edition.',
    AMENDING: 'กำลังแก้ไขเพื่อออกฉบับใหม่ · Amended for its next edition: written like a draft, seen as it was before.',
    CLOSED: 'ปิดแล้ว · Closed.',
  },
);

export const RoleEnum = enumOf<Role | 'PUBLIC'>('Role', 'บทบาท · Role of the viewer.', {
  VIEWER: 'ผู้ดูข้อมูล · Reads the records of its agency.',
  EDITOR: 'ผู้จัดทำข้อมูล · Drafts and edits the records of its agency.',
  APPROVER: 'ผู้อนุมัติ (หัวหน้าหน่วยงานหรือรอง) · Head of the agency or deputy: submits and publishes.',
  CASE_OFFICER: 'เจ้าหน้าที่เรื่องร้องเรียน · Handles the complaints and cases of its agency.',
  AGENCY_ADMIN: 'ผู้ดูแลระบบของหน่วยงาน · Manages members and units of its agency.',
  CENTRE: 'ศปท.กทม. · The anti-corruption centre: examines and aggregates what agencies submit.',
  ANALYST: 'นักวิเคราะห์ · Reads approved records and aggregates across agencies.',
  AUDITOR: 'ผู้ตรวจสอบ · Reads audit logs, no business data.',
  CITY_ADMIN: 'ผู้ดูแลระบบส่วนกลาง · Keeps reference data and agencies.',
  PUBLIC: 'สาธารณะ (ไม่ลงชื่อเข้าใช้) · The public, not signed in.',
});
