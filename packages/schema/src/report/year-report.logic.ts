import { fiscalYearDays, type Quarter, quarterDays } from '../base/fiscal-year.logic.ts';
import { thresholds } from '../base/thresholds.logic.ts';

const DAY_MS = 86_400_000;

export type YearReportKindName = 'SIX_MONTHS' | 'TWELVE_MONTHS' | 'BRIBERY_RISKS';

/** The last quarter of the period of a report. */
export const lastQuarterOf = (kind: YearReportKindName): Quarter => (kind === 'SIX_MONTHS' ? 2 : 4);

/** The last day of the period of a report. */
export const periodEndsOn = (kind: YearReportKindName, fiscalYear: number): Date =>
  kind === 'SIX_MONTHS' ? quarterDays(fiscalYear, 2).lastDay : fiscalYearDays(fiscalYear).lastDay;

/** The last day on which a report is on time: a rule of the registry's own. */
export const reportDueOn = (kind: YearReportKindName, fiscalYear: number): Date =>
  new Date(periodEndsOn(kind, fiscalYear).getTime() + thresholds.yearReportDueDays * DAY_MS);

const titles: Readonly<Record<YearReportKindName, string>> = {
  SIX_MONTHS: 'รายงานผลตามแผนรอบ 6 เดือน',
  TWELVE_MONTHS: 'รายงานผลตามแผนรอบ 12 เดือน',
  BRIBERY_RISKS: 'รายงานผลการจัดการความเสี่ยงการรับสินบน',
};

/** The periods of a plan by which it is reported on. */
const kindsOfPlan = ['SIX_MONTHS', 'TWELVE_MONTHS'] as const satisfies readonly YearReportKindName[];

type Period = { readonly kind: YearReportKindName; readonly fiscalYear: number };
type Planned = { readonly fiscalYearFrom: number; readonly fiscalYearTo: number };

/** Whether a period of a plan has ended without a report on it, by the reports that there are: before that there is nothing to draft. */
export const hasPeriodToReport = (
  { fiscalYearFrom, fiscalYearTo }: Planned,
  reported: readonly Period[],
  today: Date,
): boolean =>
  Array.from({ length: fiscalYearTo - fiscalYearFrom + 1 }, (_none, index) => fiscalYearFrom + index).some((year) =>
    kindsOfPlan.some(
      (kind) =>
        periodEndsOn(kind, year) < today &&
        !reported.some((report) => report.kind === kind && report.fiscalYear === year),
    ),
  );

/** What a report is called. */
export const reportTitle = (kind: YearReportKindName, fiscalYear: number, agencyNameTh: string): string =>
  `${titles[kind]} ปีงบประมาณ ${fiscalYear} ${agencyNameTh}`;

type Reported = {
  readonly quarter: number;
  readonly summaryTh: string | null;
  readonly problemsTh: string | null;
};

const byQuarter = (reports: readonly Reported[], textOf: (report: Reported) => string | null): string | null => {
  const lines = [...reports]
    .sort((a, b) => a.quarter - b.quarter)
    .flatMap((report) => {
      const text = textOf(report);
      return text ? [`ไตรมาส ${report.quarter}: ${text}`] : [];
    });
  return lines.length > 0 ? lines.join('\n') : null;
};

/** What the quarters of a period say together, each by its name. */
export const textsOfPeriod = (reports: readonly Reported[]) => ({
  resultTh: byQuarter(reports, ({ summaryTh }) => summaryTh),
  problemsTh: byQuarter(reports, ({ problemsTh }) => problemsTh),
});

/** The last report of a period: its progress and its spending are those of the year so far. */
export const lastOfPeriod = <Report extends { readonly quarter: number }>(reports: readonly Report[]): Report | null =>
  reports.reduce<Report | null>((last, each) => (last && last.quarter > each.quarter ? last : each), null);
