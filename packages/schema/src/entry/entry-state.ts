import { illegalTransition, notFound } from '../base/errors.ts';
import { notAtThisStatus } from '../base/not-at-this-status.ts';
import { destination } from '../lifecycle/lifecycle.logic.ts';
import { type ActTransaction, requireVersion } from '../tenancy/act-transaction.ts';
import { type EntryAct, type EntryStatusName, entryLifecycle, isEntryWritten } from './entry.logic.ts';
import type { EntryMove, EntrySlice, EntryState } from './entry-slice.ts';

/** When an act that writes in an entry is refused, for its description. */
export const entryNotWritten = 'ไม่ใช่ร่างและไม่ได้เปิดแก้ไข · neither a draft nor opened to be corrected';

/** What was confirmed is opened first, so that everybody sees that it changes, and why. */
export function requireEntryWritten(status: EntryStatusName): void {
  if (!isEntryWritten(status))
    throw illegalTransition(
      status,
      'แก้ไขได้เฉพาะร่างหรือรายการที่ผู้อนุมัติเปิดแก้ไข: เปิดแก้ไขก่อนพร้อมระบุเหตุผล',
      'Only a draft, or an entry that an approver opened with correct…, is written.',
    );
}

type Step = { readonly id: string; readonly expectedVersion: number };
type Published = Omit<EntryMove, 'status' | 'version'>;

/** Moves an entry along its life cycle; CONFLICT when it is not as the user saw it. */
export async function takeEntry(
  slice: EntrySlice,
  act: EntryAct,
  { id, expectedVersion }: Step,
  tx: ActTransaction,
  published: Published = {},
): Promise<EntryState> {
  const entry = await slice.find(tx.db, id);
  if (!entry) throw notFound('entryId');
  const { status } = entry;
  const to = destination(entryLifecycle, act, status);
  if (!to) {
    const subject = { th: slice.nameTh, en: slice.nameEn };
    throw notAtThisStatus({ step: act, subject, status, from: entryLifecycle[act].from });
  }
  await requireVersion(
    slice.move(
      tx.db,
      { id, version: expectedVersion, status },
      { ...published, status: to, version: { increment: 1 } },
    ),
  );
  tx.markChanged(entry.agencyId, slice.model, id);
  return entry;
}
