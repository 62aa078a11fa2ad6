import { type Quarter, quarterDays } from '../base/fiscal-year.logic.ts';
import { thresholds } from '../base/thresholds.logic.ts';
import { addWorkingDays, type ClosedDays } from '../calendar/working-days.logic.ts';
import { isOwedFrom } from '../lifecycle/record/first-approval.logic.ts';

export type ReportDue = {
  readonly fiscalYear: number;
  readonly quarter: Quarter;
  readonly endedOn: Date;
  readonly dueOn: Date;
};

type RunningProject = { readonly fiscalYears: readonly number[]; readonly quarters: readonly number[] };

/** The missing reports on a day, of a plan that was first approved on another. */
type Asked = { readonly on: Date; readonly firstApprovedOn: Date | null; readonly closed: ClosedDays };
type Reported = { readonly fiscalYear: number; readonly quarter: number };

const allQuarters: readonly Quarter[] = [1, 2, 3, 4];

/** Whether a quarter has begun on a day: before that there is nothing to report. */
export const hasBegun = (fiscalYear: number, quarter: number, day: Date): boolean => {
  const known = allQuarters.find((each) => each === quarter);
  return known !== undefined && quarterDays(fiscalYear, known).firstDay <= day;
};

/**
 * The quarters whose reports were due before a day and are missing: those in which the project runs, all four where none is stated, from the one
 * on in which its plan was first approved.
 */
export function reportsDue(
  { fiscalYears, quarters }: RunningProject,
  reports: readonly Reported[],
  { on, firstApprovedOn, closed }: Asked,
): ReportDue[] {
  const reported = new Set(reports.map(({ fiscalYear, quarter }) => `${fiscalYear} ${quarter}`));
  const asked = allQuarters.filter((quarter) => quarters.length === 0 || quarters.includes(quarter));
  return [...fiscalYears]
    .sort()
    .flatMap((fiscalYear) =>
      asked.map((quarter) => ({ fiscalYear, quarter, endedOn: quarterDays(fiscalYear, quarter).lastDay })),
    )
    .filter(({ endedOn }) => endedOn < on && isOwedFrom(firstApprovedOn, endedOn))
    .filter(({ fiscalYear, quarter }) => !reported.has(`${fiscalYear} ${quarter}`))
    .map((due) => ({ ...due, dueOn: addWorkingDays(due.endedOn, thresholds.progressReportWorkingDays, closed) }))
    .filter(({ dueOn }) => dueOn < on);
}
