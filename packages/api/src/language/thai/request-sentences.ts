import type { Sentence } from './sentence.ts';

/** Apollo's messages for a request without an operation. */
export const requestSentences: readonly Sentence[] = [
  [/^GraphQL operations must contain a non-empty `query` .*$/, 'ต้องมี "query" ที่ไม่ว่าง'],
  [/^GraphQL queries must be strings\..*$/s, '"query" ต้องเป็นข้อความ'],
  [/^POST body missing, .*$/, 'เนื้อหาคำขอต้องเป็นข้อมูลที่มี "query"'],
  [/^`(variables|extensions)` in a POST body .*$/, '"$1" ต้องเป็นออบเจกต์'],
  [/^`operationName` in a POST body .*$/, '"operationName" ต้องเป็นข้อความ'],
  [/^The '(\w+)' search parameter may only be specified once\.$/, 'ระบุ "$1" ในที่อยู่ได้ครั้งเดียว'],
  [/^The (\w+) search parameter contains invalid JSON\.$/, '"$1" ในที่อยู่อ่านไม่ได้'],
  [/^The (\w+) search parameter should contain a JSON-encoded object\.$/, '"$1" ในที่อยู่ต้องเป็นออบเจกต์'],
  [/^Operation batching disabled\.$/, 'ส่งได้ครั้งละหนึ่งคำสั่ง ไม่รับเป็นชุด'],
  [/^No operations found in request\.$/, 'ไม่มีคำสั่งในคำขอ'],
  [
    /^This operation has been blocked as a potential Cross-Site Request Forgery .*$/s,
    'ต้องมีหัวคำขอ "Apollo-Require-Preflight" หรือ "Content-Type" ชนิด "application/json" เพื่อป้องกันคำขอปลอมจากเว็บอื่น',
  ],
  [/^GET requests may not have a content-type header other than .*$/, '"Content-Type" ต้องเป็น "application/json"'],
  [/^An 'accept' header was provided .*$/s, '"Accept" ต้องรับ "application/json" ได้'],
  [/^Apollo Server supports only GET\/POST requests\.$/, 'ใช้ได้เฉพาะ "GET" และ "POST"'],
];
