import { illegalTransition, notFound } from '../base/errors.ts';
import { onWhen, statesOf } from '../graphql/acts/standing.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { type FindingStateName, findingStateOf } from './finding-state.logic.ts';

const select = {
  dismissedAt: true,
  closedAs: true,
  ruleKey: true,
  planId: true,
  analysisId: true,
  registerId: true,
} as const;

/** A finding that was transcribed with its document and is still open: the only kind that is acknowledged or resolved by hand. */
export async function transcribedFinding(db: ScopedDb, id: string) {
  const finding = await db.finding.findUnique({ where: { id }, select });
  if (!finding) throw notFound('findingId');
  requireTranscribed(finding);
  return finding;
}

/** A finding that is still open. */
export function requireOpen(state: FindingStateName): void {
  if (state !== 'OPEN') throw illegalTransition(state, 'ข้อสังเกตนี้ยุติไปแล้ว', 'The finding has been closed already.');
}

/** A finding that was closed before. */
export function requireClosed(state: FindingStateName): void {
  if (state === 'OPEN') throw illegalTransition(state, 'ข้อสังเกตนี้ยังไม่ยุติ', 'The finding is open.');
}

type Transcribed = Parameters<typeof findingStateOf>[0] & { readonly ruleKey: string | null };

function requireTranscribed(finding: Transcribed): void {
  const state = findingStateOf(finding);
  requireOpen(state);
  if (finding.ruleKey !== null)
    throw illegalTransition(
      state,
      'ข้อสังเกตที่ทะเบียนตรวจพบเองจะหายไปเมื่อแก้ไขแล้ว หรือยุติพร้อมเหตุผลได้',
      'A finding of the registry goes when it is no longer true; until then it can only be dismissed.',
    );
}

const states = statesOf('Finding', (db, ids) =>
  db.finding.findMany({
    where: { id: { in: ids } },
    select: { id: true, dismissedAt: true, closedAs: true, ruleKey: true },
  }),
);

/** A finding that was transcribed and is still open. */
export const onTranscribedFinding = onWhen(states, requireTranscribed);

/** A finding that is still open, whoever found it. */
export const onOpenFinding = onWhen(states, (finding) => requireOpen(findingStateOf(finding)));

/** A finding that was closed. */
export const onClosedFinding = onWhen(states, (finding) => requireClosed(findingStateOf(finding)));

export async function stateOf(db: ScopedDb, id: string): Promise<FindingStateName> {
  const finding = await db.finding.findUnique({ where: { id }, select: { dismissedAt: true, closedAs: true } });
  if (!finding) throw notFound('findingId');
  return findingStateOf(finding);
}
