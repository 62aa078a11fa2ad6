import { builder } from './builder.ts';

type Values<E extends string> = Readonly<Record<E, string>>;

/** An enum whose values are those of the database, each with its meaning. */
export const enumOf = <E extends string>(name: string, description: string, meanings: Values<E>) =>
  builder.enumType(name, {
    description,
    values: valuesOf(meanings),
  });

const valuesOf = <E extends string>(meanings: Values<E>): Record<E, { value: E; description: string }> => {
  const entries = Object.entries<string>(meanings).map(([value, description]) => [value, { value, description }]);
  return Object.fromEntries(entries);
};

export const Origin = enumOf<'DOCUMENT' | 'SAMPLE' | 'USER'>('Origin', 'ที่มาของข้อมูล · Where a record comes from.', {
  DOCUMENT: 'ถอดจากเอกสารต้นทาง · Transcribed from a source document.',
  SAMPLE: 'ข้อมูลตัวอย่างที่แต่งขึ้น · Invented for demonstration; only agencies of kind SAMPLE have such records.',
  USER: 'ผู้ใช้บันทึก · Entered by a user.',
});

export const RecordStatus = enumOf<'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'APPROVED' | 'PUBLISHED' | 'CLOSED'>(
  'RecordStatus',
  'สถานะของแผน การวิเคราะห์ และทะเบียนความเสี่ยง · Life-cycle status of a plan, SWOT analysis or risk register.',
  {
    DRAFT: 'ร่าง เห็นเฉพาะหน่วยงาน · Draft, seen by the agency alone.',
    SUBMITTED: 'ส่งให้ ศปท.กทม. แล้ว · Submitted to the anti-corruption centre.',
    RETURNED: 'ส่งกลับให้แก้ไข · Returned by the centre with comments.',
    APPROVED: 'เห็นชอบแล้ว · Approved by the centre.',
    PUBLISHED: 'เผยแพร่แล้ว · Published as an edition.',
    CLOSED: 'สิ้นสุดแล้ว · Closed.',
  },
);
