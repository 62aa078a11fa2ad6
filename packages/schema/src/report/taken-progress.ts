import { most } from '../graphql/limits/parts.logic.ts';
import { valuesOfYear } from '../plan/indicator-result.logic.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { lastOfPeriod, lastQuarterOf, textsOfPeriod, type YearReportKindName } from './year-report.logic.ts';

type Period = { readonly kind: YearReportKindName; readonly fiscalYear: number };

/** What was reported of some projects until the end of a period, as a report takes it over, in the order of their plan. */
export async function takenProgress(db: ScopedDb, where: object, { kind, fiscalYear }: Period) {
  const lastQuarter = lastQuarterOf(kind);
  const projects = await db.project.findMany({
    where: { AND: [where, { fiscalYears: { has: fiscalYear } }] },
    orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }],
    // One more than a report holds shows that there are too many.
    take: most.itemsOfReport + 1,
    select: {
      id: true,
      titleTh: true,
      progressReports: {
        where: { fiscalYear, quarter: { lte: lastQuarter } },
        select: {
          id: true,
          quarter: true,
          version: true,
          progressPercent: true,
          spentAmount: true,
          summaryTh: true,
          problemsTh: true,
        },
      },
      indicators: {
        orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }],
        select: {
          kind: true,
          textTh: true,
          operator: true,
          threshold: true,
          unitTh: true,
          values: { select: { value: true, report: { select: { fiscalYear: true, quarter: true } } } },
        },
      },
    },
  });
  return projects.map(({ id: projectId, titleTh, progressReports, indicators }) => {
    const last = lastOfPeriod(progressReports);
    return {
      projectId,
      titleTh,
      ...textsOfPeriod(progressReports),
      progressPercent: last?.progressPercent ?? null,
      spentAmount: last?.spentAmount ?? null,
      progressReportId: last?.id ?? null,
      takenVersion: last?.version ?? null,
      values: indicators.map(({ values, ...indicator }, place) => {
        const until = values
          .map(({ value, report }) => ({ value, ...report }))
          .filter((each) => each.fiscalYear !== fiscalYear || each.quarter <= lastQuarter);
        return { sortOrder: place + 1, ...indicator, ...valuesOfYear(until, fiscalYear) };
      }),
    };
  });
}
