import { illegalTransition } from '../base/errors.ts';
import { isInForce, type RecordState } from '../lifecycle/lifecycle.logic.ts';

/** Only what the centre has approved, or a document says, is reported on. */
export function requireInForce(state: RecordState): void {
  if (isInForce(state)) return;
  throw illegalTransition(
    state.status,
    'รายงานได้เฉพาะสิ่งที่นำเข้า เห็นชอบ หรือเผยแพร่แล้ว และยังไม่ปิด',
    'Only what is imported, approved or published, and not closed, is reported on.',
  );
}
