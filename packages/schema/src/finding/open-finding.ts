import { illegalTransition, notFound } from '../base/errors.ts';
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
  const state = findingStateOf(finding);
  if (state !== 'OPEN') throw illegalTransition(state, 'ข้อสังเกตนี้ยุติไปแล้ว', 'The finding has been closed already.');
  if (finding.ruleKey !== null)
    throw illegalTransition(
      state,
      'ข้อสังเกตที่ทะเบียนตรวจพบเองจะหายไปเมื่อแก้ไขแล้ว หรือยุติพร้อมเหตุผลได้',
      'A finding of the registry goes when it is no longer true; until then it can only be dismissed.',
    );
  return finding;
}

export async function stateOf(db: ScopedDb, id: string): Promise<FindingStateName> {
  const finding = await db.finding.findUnique({ where: { id }, select: { dismissedAt: true, closedAs: true } });
  if (!finding) throw notFound('findingId');
  return findingStateOf(finding);
}
