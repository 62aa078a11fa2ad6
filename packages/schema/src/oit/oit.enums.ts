import { enumOf, storedEnum } from '../graphql/enums.ts';
import type { OitItemState as OitItemStateName } from './oit-answer.logic.ts';

export const OitAnswer = storedEnum(
  'OitAnswer',
  'วิธีที่ข้อ OIT ของหน่วยงานได้รับคำตอบ · How an item of the OIT is answered in an agency.',
  {
    NONE: 'ยังไม่ได้รับคำตอบ · Not answered.',
    RECORD:
      'ตอบด้วยข้อมูลในทะเบียนที่เผยแพร่แล้วโดยอัตโนมัติ · Answered by itself: by what the registry has as published under the topic.',
    CHOSEN: 'เจ้าหน้าที่เลือกข้อมูลในทะเบียน · A published record of the registry that an officer chose.',
    LINK: 'เจ้าหน้าที่ระบุที่อยู่เว็บ · The address of a page that an officer gave.',
  },
);

export const OitReviewResult = storedEnum(
  'OitReviewResult',
  'ผลการตรวจข้อ OIT ตามที่ผู้ประเมินแจ้ง · Result of the review of an item, as the reviewer gave it.',
  { PASSED: 'ผ่าน · Passed.', FAILED: 'ไม่ผ่าน · Failed.' },
);

export const OitAppealResult = storedEnum(
  'OitAppealResult',
  'ผลการอุทธรณ์ข้อ OIT · What became of an appeal against a review.',
  { ACCEPTED: 'รับอุทธรณ์ · Accepted.', REJECTED: 'ยกอุทธรณ์ · Rejected.' },
);

export const OitItemState = enumOf<OitItemStateName>(
  'OitItemState',
  'สถานะของข้อ OIT ในหน่วยงาน · How far an item of the OIT has come in an agency.',
  {
    UNANSWERED: 'ยังไม่ได้ตอบ · Not answered.',
    ANSWERED: 'ตอบแล้ว รอผลการตรวจ · Answered, and not reviewed.',
    PASSED: 'ผ่านการตรวจ · Passed the review.',
    FAILED: 'ไม่ผ่านการตรวจ · Failed the review.',
    APPEALED: 'อุทธรณ์แล้ว รอผล · Appealed against, and not decided.',
    APPEAL_DECIDED: 'มีผลอุทธรณ์แล้ว · The appeal is decided.',
  },
);
