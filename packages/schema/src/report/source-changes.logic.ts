type Progress = {
  readonly id: string;
  readonly fiscalYear: number;
  readonly quarter: number;
  readonly version: number;
};

type Taken = {
  readonly progressReportId: string | null;
  readonly takenVersion: number | null;
};

/** Whether what was reported of a project in a period is not what was taken over: a report was corrected, or another came. */
export function hasProgressChanged(
  { progressReportId, takenVersion }: Taken,
  reports: readonly Progress[],
  period: { readonly fiscalYear: number; readonly lastQuarter: number },
): boolean {
  const last = reports
    .filter(({ fiscalYear, quarter }) => fiscalYear === period.fiscalYear && quarter <= period.lastQuarter)
    .reduce<Progress | null>((latest, each) => (latest && latest.quarter > each.quarter ? latest : each), null);
  return (last?.id ?? null) !== progressReportId || (last !== null && last.version !== takenVersion);
}
