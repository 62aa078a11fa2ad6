import { illegalTransition, invalidInput, notFound, stillNamed } from '../base/errors.ts';
import type { FieldProblem, Message } from '../base/message.logic.ts';
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

/** Where a step leads an entry; refused when the step does not exist at its status. */
export function requireEntryStep(
  { nameTh, nameEn }: EntrySlice,
  step: EntryAct,
  status: EntryStatusName,
): EntryStatusName {
  const to = destination(entryLifecycle, step, status);
  if (to) return to;
  throw notAtThisStatus({ step, subject: { th: nameTh, en: nameEn }, status, from: entryLifecycle[step].from });
}

/** Only a draft is thrown away: what was confirmed once is kept. */
export function requireEntryDraft({ nameTh, nameEn }: EntrySlice, status: EntryStatusName): void {
  if (status !== 'DRAFT')
    throw notAtThisStatus({ step: 'DISCARD', subject: { th: nameTh, en: nameEn }, status, from: ['DRAFT'] });
}

/** What others name stays: it says which, so that they can be changed first. */
export function requireUnnamed(names: readonly Message[] | undefined): void {
  if (names && names.length > 0) throw stillNamed(names);
}

/** Refuses to confirm an entry in which something is missing or wrong. */
export function requireNothingMissing(problems: readonly FieldProblem[] | undefined): void {
  if (problems && problems.length > 0) throw invalidInput(...problems);
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
  const [entry] = await slice.find(tx.db, [id]);
  if (!entry) throw notFound('entryId');
  const { status } = entry;
  const to = requireEntryStep(slice, act, status);
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
