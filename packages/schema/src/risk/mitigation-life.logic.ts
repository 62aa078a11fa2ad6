import type { Doer } from '../lifecycle/lifecycle.logic.ts';
import type { StoredStatus } from './mitigation.logic.ts';

export type MitigationAct = 'EDIT' | 'REMOVE' | 'REPORT_PROGRESS' | 'COMPLETE' | 'POSTPONE' | 'CANCEL';

type Step = {
  /** When it is done: while its register is drafted, or in the course of the year. */
  readonly during: 'DRAFTING' | 'YEAR';
  readonly from: readonly StoredStatus[];
  /** The new status; null when it stays. OVERDUE is not stored: it is live work seen on a day past its due date. */
  readonly to: StoredStatus | null;
  readonly by: Doer;
};

/** What is done with a mitigation after it was added as PLANNED. */
export const mitigationLife: Readonly<Record<MitigationAct, Step>> = {
  EDIT: { during: 'DRAFTING', from: ['PLANNED', 'IN_PROGRESS', 'DONE'], to: null, by: 'EDITOR' },
  REMOVE: { during: 'DRAFTING', from: ['PLANNED'], to: null, by: 'EDITOR' },
  REPORT_PROGRESS: { during: 'YEAR', from: ['PLANNED', 'IN_PROGRESS'], to: 'IN_PROGRESS', by: 'EDITOR' },
  COMPLETE: { during: 'YEAR', from: ['PLANNED', 'IN_PROGRESS'], to: 'DONE', by: 'EDITOR' },
  POSTPONE: { during: 'YEAR', from: ['PLANNED', 'IN_PROGRESS'], to: null, by: 'APPROVER' },
  CANCEL: { during: 'YEAR', from: ['PLANNED', 'IN_PROGRESS'], to: 'CANCELLED', by: 'APPROVER' },
};

/** The status after an act; null when the act does not exist in a status. */
export function statusAfter(act: MitigationAct, status: StoredStatus): StoredStatus | null {
  const { from, to } = mitigationLife[act];
  return from.includes(status) ? (to ?? status) : null;
}

/** The status after a report, where one may be made: work has begun once there is progress. */
export const statusAfterReport = (status: StoredStatus, progressPercent: number): StoredStatus =>
  progressPercent > 0 ? 'IN_PROGRESS' : status;
