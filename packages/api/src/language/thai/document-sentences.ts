import type { Sentence } from './sentence.ts';

/** What graphql-js says of a document that does not fit the schema: one for each sentence of its rules. */
export const documentSentences: readonly Sentence[] = [
  [/^The ("[^"]+") definition is not executable\.$/, 'เอกสารมีนิยามของ $1 ซึ่งไม่ใช่คำสั่ง'],
  [/^The schema definition is not executable\.$/, 'เอกสารมีนิยามของโครงสร้างข้อมูล ซึ่งไม่ใช่คำสั่ง'],
  [/^Maximum introspection depth exceeded$/, 'ถามโครงสร้างของระบบซ้อนกันลึกเกินไป'],
  [/^There can be only one operation named ("[^"]+")\.$/, 'มีคำสั่งชื่อ $1 ได้เพียงคำสั่งเดียว'],
  [/^This anonymous operation must be the only defined operation\.$/, 'คำสั่งที่ไม่มีชื่อต้องเป็นคำสั่งเดียวในเอกสาร'],
  [/^Subscription ("[^"]+") must select only one top level field\.$/, 'การติดตาม $1 ขอได้เพียงฟิลด์เดียวที่ชั้นบนสุด'],
  [/^Anonymous Subscription must select only one top level field\.$/, 'การติดตามขอได้เพียงฟิลด์เดียวที่ชั้นบนสุด'],
  [
    /^Subscription ("[^"]+") must not select an introspection top level field\.$/,
    'การติดตาม $1 ถามโครงสร้างของระบบที่ชั้นบนสุดไม่ได้',
  ],
  [
    /^Anonymous Subscription must not select an introspection top level field\.$/,
    'การติดตามถามโครงสร้างของระบบที่ชั้นบนสุดไม่ได้',
  ],
  [/^Unknown type ("[^"]+")\.$/, 'ไม่มีชนิดข้อมูล $1'],
  [/^Fragment cannot condition on non composite type ("[^"]+")\.$/, 'ใช้แฟรกเมนต์กับชนิด $1 ไม่ได้ เพราะไม่มีฟิลด์ย่อย'],
  [
    /^Fragment ("[^"]+") cannot condition on non composite type ("[^"]+")\.$/,
    'ใช้แฟรกเมนต์ $1 กับชนิด $2 ไม่ได้ เพราะไม่มีฟิลด์ย่อย',
  ],
  [/^Variable ("[^"]+") cannot be non-input type ("[^"]+")\.$/, 'ตัวแปร $1 เป็นชนิด $2 ไม่ได้ เพราะไม่ใช่ชนิดของค่าที่ส่งเข้า'],
  [
    /^Field ("[^"]+") must not have a selection since type ("[^"]+") has no subfields\.$/,
    'เลือกฟิลด์ย่อยของ $1 ไม่ได้ เพราะชนิด $2 ไม่มีฟิลด์ย่อย',
  ],
  [/^Field ("[^"]+") of type ("[^"]+") must have a selection of subfields\.$/, 'ต้องเลือกฟิลด์ย่อยของ $1 (ชนิด $2)'],
  [/^Field ("[^"]+") of type ("[^"]+") must have at least one field selected\.$/, 'ต้องเลือกฟิลด์ย่อยของ $1 (ชนิด $2)'],
  [/^Cannot query field ("[^"]+") on type ("[^"]+")\.$/, 'ชนิด $2 ไม่มีฟิลด์ $1'],
  [/^There can be only one fragment named ("[^"]+")\.$/, 'มีแฟรกเมนต์ชื่อ $1 ได้เพียงครั้งเดียว'],
  [/^Unknown fragment ("[^"]+")\.$/, 'ไม่มีแฟรกเมนต์ชื่อ $1'],
  [/^Fragment ("[^"]+") is never used\.$/, 'ไม่ได้ใช้แฟรกเมนต์ $1'],
  [
    /^Fragment ("[^"]+") cannot be spread here as objects of type ("[^"]+") can never be of type ("[^"]+")\.$/,
    'ใช้แฟรกเมนต์ $1 ที่นี่ไม่ได้ เพราะ $2 ไม่มีทางเป็น $3',
  ],
  [
    /^Fragment cannot be spread here as objects of type ("[^"]+") can never be of type ("[^"]+")\.$/,
    'ใช้แฟรกเมนต์ที่นี่ไม่ได้ เพราะ $1 ไม่มีทางเป็น $2',
  ],
  [/^Cannot spread fragment ("[^"]+") within itself\.$/, 'แฟรกเมนต์ $1 อ้างถึงตนเอง'],
  [/^Cannot spread fragment ("[^"]+") within itself via (.+)\.$/, 'แฟรกเมนต์ $1 อ้างถึงตนเองผ่าน $2'],
  [/^There can be only one variable named ("[^"]+")\.$/, 'ประกาศตัวแปร $1 ได้ครั้งเดียว'],
  [/^Variable ("[^"]+") is not defined by operation ("[^"]+")\.$/, 'คำสั่ง $2 ไม่ได้ประกาศตัวแปร $1'],
  [/^Variable ("[^"]+") is not defined\.$/, 'ไม่ได้ประกาศตัวแปร $1'],
  [/^Variable ("[^"]+") is never used in operation ("[^"]+")\.$/, 'คำสั่ง $2 ไม่ได้ใช้ตัวแปร $1'],
  [/^Variable ("[^"]+") is never used\.$/, 'ไม่ได้ใช้ตัวแปร $1'],
  [
    /^Variable ("[^"]+") of type ("[^"]+") used in position expecting type ("[^"]+")\.$/,
    'ใช้ตัวแปร $1 ชนิด $2 ในที่ที่ต้องเป็นชนิด $3 ไม่ได้',
  ],
  [
    /^Variable ("[^"]+") is of type ("[^"]+") but must be non-nullable to be used for OneOf Input Object ("[^"]+")\.$/,
    'ตัวแปร $1 ชนิด $2 ต้องมีค่าเสมอจึงจะใช้กับ $3 ได้',
  ],
  [/^Unknown directive ("[^"]+")\.$/, 'ไม่มีไดเรกทีฟ $1'],
  [/^Directive ("[^"]+") may not be used on \w+\.$/, 'ใช้ไดเรกทีฟ $1 ที่ตำแหน่งนี้ไม่ได้'],
  [/^The directive ("[^"]+") can only be used once at this location\.$/, 'ใช้ไดเรกทีฟ $1 ที่ตำแหน่งเดียวกันได้ครั้งเดียว'],
  [/^Unknown argument ("[^"]+") on field ("[^"]+")\.$/, 'ฟิลด์ $2 ไม่มีอาร์กิวเมนต์ $1'],
  [/^Unknown argument ("[^"]+") on directive ("[^"]+")\.$/, 'ไดเรกทีฟ $2 ไม่มีอาร์กิวเมนต์ $1'],
  [/^There can be only one argument named ("[^"]+")\.$/, 'ระบุอาร์กิวเมนต์ $1 ได้ครั้งเดียว'],
  [/^There can be only one input field named ("[^"]+")\.$/, 'ระบุข้อมูล $1 ได้ครั้งเดียว'],
  [
    /^Field ("[^"]+") argument ("[^"]+") of type ("[^"]+") is required, but it was not provided\.$/,
    'ต้องระบุอาร์กิวเมนต์ $2 (ชนิด $3) ของฟิลด์ $1',
  ],
  [
    /^Directive ("[^"]+") argument ("[^"]+") of type ("[^"]+") is required, but it was not provided\.$/,
    'ต้องระบุอาร์กิวเมนต์ $2 (ชนิด $3) ของไดเรกทีฟ $1',
  ],
  [/^Too many validation errors, error limit reached\. Validation aborted\.$/, 'ยังมีข้อผิดพลาดในเอกสารอีก แต่ไม่ตรวจต่อ'],
];

const conflict =
  /^Fields ("[^"]+") conflict because (.+)\. Use different aliases on the fields to fetch both if this was intentional\.$/s;

/** Why two fields of one name cannot both be answered, and those beneath them; a long reason ends in dots. */
const reasons: readonly Sentence[] = [
  [/subfields ("[^"]+") conflict because /g, 'ฟิลด์ย่อย $1 ขัดกัน คือ '],
  [/("[^"]+") and ("[^"]+") are different fields/g, '$1 กับ $2 เป็นคนละฟิลด์'],
  [/they have differing arguments/g, 'อาร์กิวเมนต์ต่างกัน'],
  [/they return conflicting types ("[^"]+") and ("[^"]+")/g, 'ให้ค่าชนิด $1 กับ $2 ซึ่งขัดกัน'],
  [/ and (?=ฟิลด์)/g, ' และ '],
  // What is left was cut off in the middle.
  [/[A-Za-z][^"\u0e00-\u0e7f]*$/, '…'],
];

/** Two fields that ask for different things under one name. */
export function thaiOfConflict(english: string): string | null {
  const [, name, reason] = conflict.exec(english) ?? [];
  if (name === undefined || reason === undefined) return null;
  const said = reasons.reduce((text, sentence) => text.replace(...sentence), reason);
  return `ฟิลด์ชื่อ ${name} ขัดกัน คือ ${said} หากต้องการทั้งคู่ให้ตั้งชื่ออื่นแก่ฟิลด์หนึ่ง`;
}
