import { illegalTransition } from '../core/errors.ts';
import { isDraft, isInUse, type RecordStatusName } from './lifecycle.logic.ts';

/** Content is written in a draft: a returned record is taken back first, an approved or published one is amended. */
export function requireDraft(status: RecordStatusName): void {
  if (!isDraft(status)) {
    throw illegalTransition(
      status,
      'แก้ไขเนื้อหาได้เฉพาะขณะเป็นร่าง หากถูกส่งกลับให้นำกลับมาแก้ไข (revise) หากเห็นชอบหรือเผยแพร่แล้วให้เปิดแก้ไข (amend)',
      'Only a draft is edited: take a returned record back with revise…, reopen an approved or published one with amend….',
    );
  }
}

/** What goes on in the course of the year waits while the centre examines the record, and ends when it is closed. */
export function requireInUse(status: RecordStatusName): void {
  if (!isInUse(status)) {
    throw illegalTransition(
      status,
      'บันทึกไม่ได้ขณะรอ ศปท.กทม. พิจารณาหรือหลังปิดแล้ว',
      'Nothing is recorded while the centre examines the record, nor after it is closed.',
    );
  }
}
