import { illegalTransition, type RegistryError } from './errors.ts';
import type { Message } from './message.logic.ts';
import { anyState } from './state-words.ts';

/** What Thai readers call the steps of all life cycles; programs and English readers know them by their names. */
export const stepsTh = {
  SUBMIT: 'ส่งให้ ศปท.กทม.',
  RETURN: 'ส่งกลับให้แก้ไข',
  REVISE: 'นำกลับมาแก้ไข',
  APPROVE: 'เห็นชอบ',
  PUBLISH: 'เผยแพร่',
  AMEND: 'เปิดแก้ไขเพื่อออกฉบับใหม่',
  CLOSE: 'ปิด',
  START: 'เริ่มดำเนินการ',
  COMPLETE: 'บันทึกว่าแล้วเสร็จ',
  CANCEL: 'ยกเลิก',
  LEAVE_UNFINISHED: 'บันทึกว่าไม่แล้วเสร็จ',
  ISSUE: 'ออกคำสั่ง',
  REVOKE: 'เพิกถอน',
  SUPERSEDE: 'แทนที่ด้วยคำสั่งใหม่',
  WITHDRAW: 'ถอน',
  EDIT: 'แก้ไข',
  REMOVE: 'ลบ',
  REPORT_PROGRESS: 'รายงานความก้าวหน้า',
  POSTPONE: 'เลื่อนกำหนด',
  RECORD: 'ยืนยัน',
  CORRECT: 'เปิดแก้ไข',
  DISCARD: 'ยกเลิกร่าง',
} as const;

type Asked = {
  readonly step: keyof typeof stepsTh;
  readonly subject: Message;
  /** The status now, and those in which the step exists. */
  readonly status: string;
  readonly from: readonly string[];
};

/** The refusal when a life cycle has no such step at the record's status. Life cycles come from the registry, not from a law. */
export function notAtThisStatus({ step, subject, status, from }: Asked): RegistryError {
  return illegalTransition(
    status,
    `${stepsTh[step]}ไม่ได้: ${subject.th} ต้องอยู่ในสถานะ ${anyState(from).th}`,
    `${step} is not possible: the ${subject.en} would have to be ${anyState(from).en}.`,
  );
}
