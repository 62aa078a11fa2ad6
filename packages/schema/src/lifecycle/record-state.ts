import type { LifecycleAct, LifecycleStatus } from '@registry/prisma/generated/client/enums.ts';
import { forbidden, illegalTransition } from '../core/errors.ts';
import { leadingRole } from '../core/viewer.logic.ts';
import type { Write } from '../tenancy/write.ts';
import { isDraft, isInUse, type RecordStatusName } from './lifecycle.logic.ts';
import type { RecordLink } from './record-slice.ts';

type StatusMove = {
  /** The record that moved, by the column that points to it. */
  readonly of: RecordLink | { readonly projectId: string } | { readonly orderId: string };
  readonly agencyId: string;
  readonly act: LifecycleAct;
  readonly fromStatus: LifecycleStatus;
  readonly toStatus: LifecycleStatus;
  readonly comment?: string | null;
};

/** Notes who moved a record from one status to another, in which role, and what was said. */
export function noteStatusChange({ db, accountId, context }: Write, { of, comment = null, ...move }: StatusMove) {
  const role = leadingRole(context.viewer);
  if (role === 'PUBLIC') throw forbidden('ต้องลงชื่อเข้าใช้', 'The public moves no record.');
  return db.statusChange.create({ data: { ...move, ...of, comment, accountId, role }, select: { id: true } });
}

/** Content is written in a draft: a returned record is taken back first, an approved or published one is amended. */
export function requireDraft(status: RecordStatusName): void {
  if (!isDraft(status)) {
    throw illegalTransition(
      status,
      'แก้ไขเนื้อหาได้เฉพาะขณะเป็นร่าง หากถูกส่งกลับให้นำกลับมาแก้ไข หากเห็นชอบหรือเผยแพร่แล้วให้เปิดแก้ไขเพื่อออกฉบับใหม่',
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
