import type { Message } from './message.logic.ts';

/** What a code says; the HTTP status of a request that is refused as a whole; and when the same request may be sent again. */
export type ErrorMeaning = Message & {
  readonly status: number;
  readonly again: 'MENDED' | 'LATER' | 'ONCE_READ' | 'SIGNED_IN';
};

/** Every code that clients see in `extensions.code`: docs/errors.md and `errorCodes` are made of this. */
export const errorMeanings = {
  BAD_REQUEST: {
    th: 'คำขอไม่ถูกรูปแบบ',
    en: 'The request is not one that HTTP or GraphQL knows.',
    status: 400,
    again: 'MENDED',
  },
  CONFLICT: {
    th: 'ข้อมูลถูกแก้ไขไปแล้วหลังจากที่อ่าน',
    en: 'Somebody has changed the record since it was read.',
    status: 400,
    again: 'ONCE_READ',
  },
  DEADLINE_EXCEEDED: {
    th: 'คำขอใช้เวลานานเกินไปจึงถูกยกเลิก',
    en: 'The request took too long and was stopped: ask for less.',
    status: 504,
    again: 'MENDED',
  },
  DOCUMENT_REQUIRED: {
    th: 'บทบาทนี้ต้องถามด้วยคำถามที่ลงทะเบียนไว้ หรือถามให้น้อยลง',
    en: 'The role has to ask a registered document, or for less.',
    status: 400,
    again: 'MENDED',
  },
  FORBIDDEN: { th: 'บทบาทนี้ทำสิ่งนี้ไม่ได้', en: 'The role may not do this.', status: 403, again: 'MENDED' },
  GRAPHQL_PARSE_FAILED: {
    th: 'เอกสารคำขอเขียนไม่ถูกไวยากรณ์',
    en: 'The document is not GraphQL.',
    status: 400,
    again: 'MENDED',
  },
  GRAPHQL_VALIDATION_FAILED: {
    th: 'เอกสารคำขอไม่ตรงกับโครงสร้างของระบบ',
    en: 'The document does not fit the schema.',
    status: 400,
    again: 'MENDED',
  },
  ILLEGAL_TRANSITION: {
    th: 'ทำไม่ได้ในสถานะปัจจุบันของข้อมูล',
    en: 'The record does not allow it at its status, which `extensions.status` names.',
    status: 400,
    again: 'ONCE_READ',
  },
  INTERNAL_SERVER_ERROR: {
    th: 'เกิดข้อผิดพลาดภายในระบบ โปรดแจ้งหมายเลขที่ได้รับ',
    en: 'Something went wrong inside the registry: report the `correlationId`.',
    status: 500,
    again: 'MENDED',
  },
  INVALID_INPUT: {
    th: 'ข้อมูลที่ส่งมาผิด คำตอบบอกช่องที่ผิดทุกช่อง',
    en: 'What was sent is wrong: `extensions.fields` names every field.',
    status: 400,
    again: 'MENDED',
  },
  METHOD_NOT_ALLOWED: {
    th: 'ที่อยู่นี้ไม่รับวิธีส่งนี้',
    en: 'The address does not take this method of HTTP.',
    status: 405,
    again: 'MENDED',
  },
  NOT_FOUND: {
    th: 'ไม่มีข้อมูลนี้ หรือผู้ขอไม่มีสิทธิเห็น',
    en: 'There is no such thing, or this account may not see it.',
    status: 404,
    again: 'MENDED',
  },
  OPERATION_RESOLUTION_FAILURE: {
    th: 'ไม่รู้ว่าจะทำคำสั่งใดในเอกสาร โปรดระบุชื่อคำสั่ง',
    en: 'It is not known which operation of the document is meant: name it.',
    status: 400,
    again: 'MENDED',
  },
  PAYLOAD_TOO_LARGE: {
    th: 'คำขอใหญ่เกิน 1 เมกะไบต์',
    en: 'The request is larger than 1 MB.',
    status: 413,
    again: 'MENDED',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    th: 'ระบบไม่รับการลงทะเบียนคำถามอัตโนมัติ',
    en: 'Automatic persisted queries are not taken: use `documentId`.',
    status: 400,
    again: 'MENDED',
  },
  QUERY_TOO_COSTLY: {
    th: 'คำขอใหญ่เกินไป โปรดขอให้น้อยลง',
    en: 'The request is too large: ask for less.',
    status: 400,
    again: 'MENDED',
  },
  RATE_LIMITED: {
    th: 'ขอบ่อยหรือมากเกินไปในเวลานี้',
    en: 'Too much was asked for in this time.',
    status: 429,
    again: 'LATER',
  },
  REQUEST_TIMEOUT: { th: 'ส่งคำขอช้าเกินไป', en: 'The request took too long to arrive.', status: 408, again: 'LATER' },
  UNAUTHENTICATED: {
    th: 'ต้องลงชื่อเข้าใช้ หรือโทเคนหมดอายุ',
    en: 'An account is needed, or its token has ended.',
    status: 401,
    again: 'SIGNED_IN',
  },
  UNAVAILABLE: {
    th: 'ระบบไม่พร้อมให้บริการชั่วคราว',
    en: 'The registry cannot answer at the moment.',
    status: 503,
    again: 'LATER',
  },
  UNKNOWN_DOCUMENT: {
    th: 'ไม่มีคำถามที่ลงทะเบียนไว้ด้วยรหัสนี้',
    en: 'No document is registered under this id.',
    status: 400,
    again: 'MENDED',
  },
} as const satisfies Readonly<Record<string, ErrorMeaning>>;
