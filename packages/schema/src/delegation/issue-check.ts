import { notFound } from '../core/errors.ts';
import { todayInBangkok } from '../core/today.logic.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { checkIssue, type IssueCheck } from './issue.logic.ts';
import { decidingColumns, powerRecords } from './power-records.loader.ts';
import { problemsOfSuperseded, recordsOnceTakenBack } from './takes-back.logic.ts';

/** What keeps a draft from being issued today, and what is worth a look, held against all records of its agency. */
export async function issueCheckOf(db: ScopedDb, orderId: string): Promise<IssueCheck> {
  const draft = await db.delegationOrder.findUnique({
    where: { id: orderId },
    include: {
      powers: { select: decidingColumns, orderBy: { lineNo: 'asc' } },
      powersRevoked: { select: { id: true } },
      supersedes: { select: { id: true, orderNo: true, year: true, status: true } },
    },
  });
  if (!draft) throw notFound('id');
  const records = recordsOnceTakenBack(await powerRecords(db, { agencyId: draft.agencyId }), draft);
  const { problems, notices } = checkIssue(draft, records, todayInBangkok());
  return { problems: [...problems, ...problemsOfSuperseded(draft)], notices };
}
