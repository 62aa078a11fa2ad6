import { thresholds } from '../../base/thresholds.logic.ts';
import { dayAfter, endOf, isIssued } from '../authority/in-force.logic.ts';
import type { OrderLine } from '../authority/power-records.logic.ts';

export type ExpectedReport = {
  readonly orderId: string;
  readonly delegateId: string;
  /** The month reported on, as its first day. */
  readonly month: Date;
  readonly dueOn: Date;
};

export const monthOf = (day: Date, monthsLater = 0): Date =>
  new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + monthsLater, 1));

/** The custom where an agency has set nothing else: a report is due on a day of the next month. */
export const reportDueOn = (month: Date): Date => dayAfter(monthOf(month, 1), thresholds.monthlyReportDueDay - 1);

/**
 * The reports that the delegates of orders owe: one for every month with a day, up to today, on which a line to the delegate was in
 * force by its own dates. The month that runs is among them and not yet due.
 */
export function expectedReports<A>(
  lines: readonly OrderLine<A>[],
  today: Date,
  dueOn: (month: Date) => Date = reportDueOn,
): ExpectedReport[] {
  const reports = new Map<string, ExpectedReport>();
  for (const line of lines) {
    const { orderId, delegateId } = line;
    for (const month of monthsInForce(line, today)) {
      reports.set(`${orderId} ${delegateId} ${month.getTime()}`, { orderId, delegateId, month, dueOn: dueOn(month) });
    }
  }
  return [...reports.values()].sort((one, other) => one.month.getTime() - other.month.getTime());
}

export type KeptReport = {
  readonly id: string;
  readonly delegateId: string;
  readonly month: Date;
  readonly dueOn: Date;
  readonly filedOn: Date | null;
  readonly provisionalOn: Date | null;
};

/** A report that is owed, with what is kept of it: nothing, a gap that was noted, or the report itself. */
export type OwedReport = ExpectedReport &
  Pick<KeptReport, 'filedOn' | 'provisionalOn'> & { readonly reportId: string | null };

/** The reports that one order's delegates owe up to a day, each with the one that is kept; a due date that was set stands. */
export function owedReports<A>(lines: readonly OrderLine<A>[], kept: readonly KeptReport[], until: Date): OwedReport[] {
  const keyOf = ({ delegateId, month }: Pick<KeptReport, 'delegateId' | 'month'>) => `${delegateId} ${month.getTime()}`;
  const byKey = new Map(kept.map((report) => [keyOf(report), report]));
  return expectedReports(lines, until).map((expected) => {
    const report = byKey.get(keyOf(expected));
    return {
      ...expected,
      dueOn: report?.dueOn ?? expected.dueOn,
      reportId: report?.id ?? null,
      filedOn: report?.filedOn ?? null,
      provisionalOn: report?.provisionalOn ?? null,
    };
  });
}

/** The months, up to a day, in which a line was in force on at least one day. */
export function monthsInForce<A>(line: OrderLine<A>, until: Date): Date[] {
  const end = endOf(line);
  const last = end !== null && end.on <= until ? dayAfter(end.on, -1) : until;
  const months: Date[] = [];
  if (!isIssued(line) || last < line.order.effectiveFrom) return months;
  for (let month = monthOf(line.order.effectiveFrom); month <= last; month = monthOf(month, 1)) months.push(month);
  return months;
}
