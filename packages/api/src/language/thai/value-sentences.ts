import type { Sentence } from './sentence.ts';

/** What graphql-js says of a value that is none of its type, in the document or in variables. */
export const valueSentences: readonly Sentence[] = [
  [/^Field ("[^"]+") of required type ("[^"]+") was not provided\.$/, 'ต้องระบุ $1 (ชนิด $2)'],
  [/^Field ("[^"]+") is not defined by type ("[^"]+")\.$/, 'ชนิด $2 ไม่มีข้อมูล $1'],
  [/^Field ("[^"]+") must be non-null\.$/, '$1 ต้องมีค่า'],
  [/^OneOf Input Object ("[^"]+") must specify exactly one key\.$/, 'ต้องระบุข้อมูลของ $1 เพียงข้อเดียว'],
  [/^Exactly one key must be specified for OneOf type ("[^"]+")\.$/, 'ต้องระบุข้อมูลของ $1 เพียงข้อเดียว'],
  [/^Expected value of type ("[^"]+"), found (.+)\.$/s, 'ต้องเป็นค่าชนิด $1 แต่พบ “$2”'],
  [/^Expected value of type ("[^"]+"), found (.+)$/s, 'ต้องเป็นค่าชนิด $1 แต่พบ “$2”'],
  [/^Expected non-nullable type ("[^"]+") not to be null\.$/, 'ต้องมีค่าชนิด $1'],
  [/^Expected type ("[^"]+")(?: to be an object)?\./, 'ต้องเป็นค่าชนิด $1'],
  [/^Enum ("[^"]+") cannot represent (?:non-\w+ )?value: (.+?)\.?$/s, 'ต้องเป็นค่าที่กำหนดไว้ของ $1 แต่พบ “$2”'],
  [/^Value ("[^"]*") does not exist in ("[^"]+") enum\.$/s, 'ไม่มีค่า $1 ใน $2'],
  [/^Int cannot represent non 32-bit signed integer value: (.+)$/s, 'จำนวนเต็มใหญ่หรือเล็กเกินไป “$1”'],
  [/^Int cannot represent .*?value: (.+)$/s, 'ต้องเป็นจำนวนเต็ม แต่พบ “$1”'],
  [/^Float cannot represent .*?value: (.+)$/s, 'ต้องเป็นจำนวน แต่พบ “$1”'],
  [/^String cannot represent .*?value: (.+)$/s, 'ต้องเป็นข้อความ แต่พบ “$1”'],
  [/^Boolean cannot represent .*?value: (.+)$/s, 'ต้องเป็นค่าจริงหรือเท็จ แต่พบ “$1”'],
  [/^ID cannot represent .*?value: (.+)$/s, 'ต้องเป็นรหัสอ้างอิง แต่พบ “$1”'],
  [/^Argument ("[^"]+") of required type ("[^"]+") was not provided\.$/, 'ต้องระบุอาร์กิวเมนต์ $1 (ชนิด $2)'],
  [
    /^Argument ("[^"]+") of required type ("[^"]+") was provided the variable ("[^"]+") which was not provided a runtime value\.$/,
    'ต้องระบุตัวแปร $3 เพราะอาร์กิวเมนต์ $1 (ชนิด $2) ต้องมีค่า',
  ],
  [/^Argument ("[^"]+") of non-null type ("[^"]+") must not be null\.$/, 'อาร์กิวเมนต์ $1 (ชนิด $2) ต้องมีค่า'],
  [/^Argument ("[^"]+") has invalid value (.+)\.$/s, 'ค่าของอาร์กิวเมนต์ $1 ใช้ไม่ได้ “$2”'],
  [/^Variable ("[^"]+") of required type ("[^"]+") was not provided\.$/, 'ต้องระบุตัวแปร $1 (ชนิด $2)'],
  [/^Variable ("[^"]+") of non-null type ("[^"]+") must not be null\.$/, 'ตัวแปร $1 (ชนิด $2) ต้องมีค่า'],
  [
    /^Variable ("[^"]+") expected value of type ("[^"]+") which cannot be used as an input type\.$/,
    'ตัวแปร $1 เป็นชนิด $2 ไม่ได้ เพราะไม่ใช่ชนิดของค่าที่ส่งเข้า',
  ],
  [/^Variable ("[^"]+") got invalid value .+$/s, 'ค่าของตัวแปร $1 ใช้ไม่ได้'],
  [/^Too many errors processing variables, error limit reached\. Execution aborted\.$/, 'ยังมีตัวแปรที่ผิดอีก'],
];
