import { recordActs } from '../lifecycle/steps/record-acts.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { YearReportPayload } from './report.payload.ts';
import { reportProblems } from './report-submission.logic.ts';
import { reportTitle } from './year-report.logic.ts';
import { YearReport } from './year-report.type.ts';
import { YearReportItem } from './year-report-parts.type.ts';

async function missing(db: ScopedDb, ids: string[]) {
  const reports = await db.yearReport.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      summaryTh: true,
      signedById: true,
      signedOn: true,
      items: {
        orderBy: { sortOrder: 'asc' },
        select: {
          id: true,
          titleTh: true,
          resultTh: true,
          measures: { orderBy: { sortOrder: 'asc' }, select: { id: true, measureTh: true, doneTh: true } },
        },
      },
    },
  });
  return new Map(reports.map((report) => [report.id, reportProblems(report)]));
}

recordActs({
  model: 'YearReport',
  kind: 'YEAR_REPORT',
  nameTh: 'รายงานผล',
  nameEn: 'year report',
  ref: YearReport,
  payload: YearReportPayload,
  link: (reportId) => ({ reportId }),
  find: async (db, ids) => {
    const reports = await db.yearReport.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        agencyId: true,
        kind: true,
        status: true,
        isAmendment: true,
        fiscalYear: true,
        agency: { select: { nameTh: true } },
      },
    });
    return reports.map((report) => ({
      ...report,
      lastYear: report.fiscalYear,
      titleTh: reportTitle(report.kind, report.fiscalYear, report.agency.nameTh),
    }));
  },
  move: (db, { id, status }, to) =>
    db.yearReport.updateMany({ where: { id, status }, data: { status: to, version: { increment: 1 } } }),
  missing,
  items: {
    ref: YearReportItem,
    column: 'reportItemId',
    among: (db, reportId, ids) =>
      db.yearReportItem.findMany({ where: { reportId, id: { in: ids } }, select: { id: true } }),
  },
});
