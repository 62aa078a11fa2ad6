import { fiscalYearOf } from '../base/fiscal-year.logic.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import { everyAgency, executeAsService } from '../tenancy/raw-sql.ts';
import type { Tenancy } from '../tenancy/tenancy.ts';
import { textForAll } from './refresh-statement.ts';

/** The parameters of every statement, in their order. */
export function valuesOf(agencyId: string, recordIds: readonly string[]): readonly unknown[] {
  const today = todayInBangkok();
  return [agencyId, today.toISOString().slice(0, 10), fiscalYearOf(today), recordIds];
}

/** By whose account findings are brought up to date: the registry's own, which the audit trail names. */
export type Refreshing = { readonly tenancy: Tenancy; readonly accountId: string };

/** Brings the findings of one agency up to date. Returns how many are new or changed. */
export function refreshFindingsOf({ tenancy, accountId }: Refreshing, agencyId: string): Promise<number> {
  const statement = { text: textForAll, values: valuesOf(agencyId, []) };
  return executeAsService(tenancy, { accountId, act: 'refreshFindings' }, agencyId, statement);
}

export type Round = Refreshing & {
  readonly onProgress?: (done: number, of: number) => void;
  /** Asked before every agency: a server that is stopping does not begin another. */
  readonly isStopped?: () => boolean;
};

const AGENCIES_BETWEEN_REPORTS = 25;

/** The same for every agency: with time things fall due and expire without any act. */
export async function refreshAllFindings({ onProgress, isStopped, ...refreshing }: Round): Promise<number> {
  const agencies = await everyAgency(refreshing.tenancy);
  let changed = 0;
  for (const [index, { id }] of agencies.entries()) {
    if (isStopped?.()) break;
    changed += await refreshFindingsOf(refreshing, id);
    const done = index + 1;
    if (done % AGENCIES_BETWEEN_REPORTS === 0 || done === agencies.length) onProgress?.(done, agencies.length);
  }
  return changed;
}
