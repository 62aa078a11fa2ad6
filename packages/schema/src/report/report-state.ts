import { notFound } from '../base/errors.ts';
import { lockFound } from '../graphql/acts/lock-found.ts';
import { requireWritten } from '../lifecycle/record/record-state.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';

/** Locks a report whose content may be written, so that it is not submitted before the act is done. */
export async function lockWrittenReport(tx: ActTransaction, id: string, field: string) {
  const report = await lockFound(tx, { model: 'YearReport', id, field }, () =>
    tx.db.yearReport.findUnique({
      where: { id },
      select: { agencyId: true, kind: true, fiscalYear: true, status: true, isAmendment: true },
    }),
  );
  requireWritten(report);
  return report;
}

/** An item of a report that is written. */
export async function itemOfWritten(tx: ActTransaction, id: string) {
  const item = await tx.db.yearReportItem.findUnique({
    where: { id },
    select: { id: true, reportId: true, projectId: true, riskId: true },
  });
  if (!item) throw notFound('itemId');
  return { item, report: await lockWrittenReport(tx, item.reportId, 'itemId') };
}
