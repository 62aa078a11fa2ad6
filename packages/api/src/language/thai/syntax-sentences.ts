import { type Sentence, thaiBy } from './sentence.ts';

const words: Readonly<Record<string, string>> = {
  Name: 'ชื่อ',
  Int: 'จำนวนเต็ม',
  Float: 'จำนวนทศนิยม',
  String: 'ข้อความ',
  BlockString: 'ข้อความหลายบรรทัด',
  Comment: 'หมายเหตุ',
  '<SOF>': 'ต้นเอกสาร',
  '<EOF>': 'ท้ายเอกสาร',
};

/** What the parser calls the parts of a document; a sign, or what stands in the document, is quoted. */
const inWords = (part: string): string =>
  part.replace(/^(Name|Int|Float|String|BlockString|Comment|<SOF>|<EOF>)(?= |$)/, (kind) => words[kind] ?? kind);

const sentences: readonly Sentence[] = [
  [/^Unexpected variable ("[^"]+") in constant value\.$/, 'ใช้ตัวแปร $1 ในค่าคงที่ไม่ได้'],
  [/^Unexpected description, .*$/, 'คำอธิบายใช้ที่นี่ไม่ได้'],
  [/^Name ("[^"]+") is reserved and cannot be used for an enum value\.$/, 'ใช้ $1 เป็นค่าที่กำหนดไม่ได้'],
  [/^Unexpected single quote character \('\), .*$/, 'ข้อความต้องอยู่ในเครื่องหมายคำพูดคู่'],
  [/^(?:Unexpected|Invalid) character: (.+)\.$/s, 'อักขระ $1 ใช้ที่นี่ไม่ได้'],
  [/^Invalid number, unexpected digit after 0: (.+)\.$/, 'จำนวนที่ขึ้นต้นด้วย 0 มีหลักต่อท้ายไม่ได้ พบ $1'],
  [/^Invalid number, expected digit but got: (.+)\.$/, 'จำนวนไม่ครบ พบ $1 ในที่ที่ต้องเป็นตัวเลข'],
  [/^Invalid character within String: (.+)\.$/, 'ข้อความมีอักขระ $1 ไม่ได้'],
  [/^Unterminated string\.$/, 'ข้อความไม่มีเครื่องหมายปิด'],
  [/^Invalid Unicode escape sequence: (.+)\.$/s, 'รหัสอักขระ $1 ไม่ถูกต้อง'],
  [/^Invalid character escape sequence: (.+)\.$/s, 'รหัสอักขระ $1 ไม่ถูกต้อง'],
  [/^Document contains more tha[nt] (\d+) tokens\. .*$/, 'เอกสารมีคำและเครื่องหมายเกิน $1 รายการ'],
  [/^Document contains more tha[nt] (\d+) comments\. .*$/, 'เอกสารมีหมายเหตุเกิน $1 รายการ'],
  [/^Source contains more than (\d+) UTF-16 code units\. .*$/, 'เอกสารยาวเกิน $1 อักขระ'],
];

const expectation = /^Expected ("[^"]+"|[^",]+), found (.+)\.$/s;
const surprise = /^Unexpected (.+)\.$/s;

/** Messages of graphql-js for a text that is no document. */
export function thaiOfSyntax(english: string): string | null {
  const [, said] = /^Syntax Error: (.+)$/s.exec(english) ?? [];
  if (said === undefined) return null;
  const [, expected, found] = expectation.exec(said) ?? [];
  if (expected && found) return `ต้องเป็น ${inWords(expected)} แต่พบ ${inWords(found)}`;
  const known = thaiBy(sentences, said);
  if (known) return known;
  const [, unexpected] = surprise.exec(said) ?? [];
  return unexpected ? `พบ ${inWords(unexpected)} ในที่ที่ใช้ไม่ได้` : 'เอกสารไม่ถูกไวยากรณ์';
}
