import type { LifecycleAct, LifecycleStatus } from '@registry/prisma/generated/client/enums.ts';
import { forbidden, illegalTransition } from '../../base/errors.ts';
import { leadingRole } from '../../base/viewer.logic.ts';
import type { ActTransaction } from '../../tenancy/act-transaction.ts';
import { isInUse, isWritten, type RecordState } from '../lifecycle.logic.ts';
import type { RecordLink } from './record-slice.ts';

type StatusMove = {
  /** The record that moved, by the column that points to it. */
  readonly of: RecordLink | { readonly projectId: string } | { readonly orderId: string };
  readonly agencyId: string;
  readonly act: LifecycleAct;
  readonly fromStatus: LifecycleStatus;
  readonly toStatus: LifecycleStatus;
  readonly comment?: string | null;
  /** What the record said when it was taken up to be amended. */
  readonly contentBefore?: string | null;
};

/** Notes who moved a record from one status to another, in which role, and what was said. */
export function noteStatusChange(
  { db, accountId, context }: ActTransaction,
  { of, comment = null, ...move }: StatusMove,
) {
  const role = leadingRole(context.viewer);
  if (role === 'PUBLIC') throw forbidden('ต้องลงชื่อเข้าใช้', 'The public moves no record.');
  return db.statusChange.create({ data: { ...move, ...of, comment, accountId, role }, select: { id: true } });
}

/** Content is written in a draft or an amendment: a returned record is taken back first, a disclosed one is amended. */
export function requireWritten({ status }: Pick<RecordState, 'status'>): void {
  if (!isWritten(status)) {
    throw illegalTransition(
      status,
      'แก้ไขเนื้อหาได้เฉพาะขณะเป็นร่างหรือเปิดแก้ไขเพื่อออกฉบับใหม่ หากถูกส่งกลับให้นำกลับมาแก้ไข หากนำเข้า เห็นชอบ หรือเผยแพร่แล้วให้เปิดแก้ไขเพื่อออกฉบับใหม่',
      'Only a draft or an amendment is edited: take a returned record back with revise…, reopen an imported, approved or published one with amend….',
    );
  }
}

/** Only a draft is thrown away: what was disclosed once, an amendment too, is kept. */
export function requireDraft({ status }: Pick<RecordState, 'status'>): void {
  if (status !== 'DRAFT')
    throw illegalTransition(
      status,
      'ยกเลิกได้เฉพาะร่างที่ไม่เคยส่ง',
      'Only a draft that was never submitted is discarded: the history of a record is kept.',
    );
}

/** What goes on in the course of the year waits while the centre examines a record for the first time, and ends when it is closed. */
export function requireInUse(state: RecordState): void {
  if (!isInUse(state)) {
    throw illegalTransition(
      state.status,
      'บันทึกไม่ได้ขณะรอ ศปท.กทม. พิจารณาหรือหลังปิดแล้ว',
      'Nothing is recorded while the centre examines the record, nor after it is closed.',
    );
  }
}
