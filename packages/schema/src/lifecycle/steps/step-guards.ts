import { invalidInput } from '../../base/errors.ts';
import { notAtThisStatus } from '../../base/not-at-this-status.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { ownWriting } from '../../base/two-people.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import {
  destination,
  type RecordAct,
  type RecordState,
  type RecordStatusName,
  recordLifecycle,
} from '../lifecycle.logic.ts';
import { problemsOfYear } from '../record/closing.logic.ts';
import type { MissingPart } from '../record/missing-part.logic.ts';
import type { LifecycleRecord, RecordSlice } from '../record/record-slice.ts';

/** Where a step leads a record; refused when the step does not exist at its status. */
export function requireStep(
  slice: RecordSlice,
  step: RecordAct,
  { status, isAmendment }: RecordState,
): RecordStatusName {
  const to = destination(recordLifecycle, step, status, isAmendment);
  if (to) return to;
  const subject = { th: slice.nameTh, en: slice.nameEn };
  throw notAtThisStatus({ step, subject, status, from: recordLifecycle[step].from });
}

/** Refuses a step for what stands in the record, or still has to. */
export function requireNothing(parts: readonly MissingPart[] | undefined): void {
  if (parts && parts.length > 0) throw invalidInput(...parts);
}

/** What of a record's requirements it has to meet when it is published, of all that is missing. */
export const lostOf = ({ neededToPublish }: RecordSlice, missing: readonly MissingPart[] = []): MissingPart[] =>
  missing.filter(({ code }) => neededToPublish?.has(code));

/** What is in the way of closing a record: its year, and what is unfinished in it. */
export function problemsOfClosing(
  { model }: RecordSlice,
  { lastYear }: LifecycleRecord,
  unfinished: readonly MissingPart[] = [],
) {
  const early = problemsOfYear(lastYear, model === 'Plan' ? 'fiscalYearTo' : 'fiscalYear', todayInBangkok());
  return [...early, ...unfinished];
}

/** What brought a record before the centre: opening it to write, taking it back to correct it, submitting it. */
const stepsOfWriting: RecordAct[] = ['AMEND', 'REVISE', 'SUBMIT'];

/** The records that an account opened, took back or submitted since they were last approved. */
export async function broughtBy(
  accountId: string,
  slice: RecordSlice,
  ids: readonly string[],
  db: ScopedDb,
): Promise<ReadonlySet<string>> {
  const changes = await db.statusChange.findMany({
    where: { OR: ids.map(slice.link), act: { in: ['APPROVE', ...stepsOfWriting] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { act: true, accountId: true, planId: true, analysisId: true, registerId: true, reportId: true },
  });
  const own = new Set<string>();
  for (const { act, accountId: by, ...link } of changes) {
    const id = link.planId ?? link.analysisId ?? link.registerId ?? link.reportId ?? '';
    if (act === 'APPROVE') own.delete(id);
    else if (by === accountId) own.add(id);
  }
  return own;
}

/**
 * Two people see a record before it counts: nobody approves what they opened, took back or submitted since it was last approved, in
 * whichever role. Who wrote its content is known only to the trail, which the centre does not read: `app.wrote_in` tells it of oneself alone, and
 * `app.keep_two_people` refuses by it.
 */
export function requireAnother(isOwn: boolean): void {
  if (isOwn) throw ownWriting();
}
