import { amountsOf } from './budget-total.logic.ts';

export type PlannedLine<Amount> = {
  readonly fiscalYear: number;
  readonly status: 'BUDGETED' | 'NO_BUDGET' | 'UNKNOWN';
  readonly amount: Amount | null;
};

export type SpentReport<Amount> = {
  readonly projectId: string;
  readonly fiscalYear: number;
  readonly quarter: number;
  readonly spentAmount: Amount | null;
};

export type YearOfSpending<Amount> = {
  readonly fiscalYear: number;
  /** The amounts that are planned: what needs no budget, or is not known, adds nothing. */
  readonly planned: readonly Amount[];
  /** How many lines say what is planned, also that it is nothing, and how many do not. */
  readonly knownCount: number;
  readonly unknownCount: number;
  /** The latest amount of each project that said one. Reports add up over the year, so the earlier ones are contained in it. */
  readonly spent: readonly Amount[];
};

function latestSpent<Amount>(reports: readonly SpentReport<Amount>[]): Amount[] {
  const spent = new Map<string, Amount>();
  for (const { projectId, spentAmount } of [...reports].sort((one, other) => one.quarter - other.quarter))
    if (spentAmount !== null) spent.set(projectId, spentAmount);
  return [...spent.values()];
}

/** What was planned for a fiscal year, and what has been spent of it. */
export function yearOfSpending<Amount>(
  fiscalYear: number,
  lines: readonly PlannedLine<Amount>[],
  reports: readonly SpentReport<Amount>[],
): YearOfSpending<Amount> {
  const ofYear = lines.filter((line) => line.fiscalYear === fiscalYear);
  const unknownCount = ofYear.filter(({ status }) => status === 'UNKNOWN').length;
  return {
    fiscalYear,
    planned: amountsOf(ofYear),
    knownCount: ofYear.length - unknownCount,
    unknownCount,
    spent: latestSpent(reports.filter((report) => report.fiscalYear === fiscalYear)),
  };
}
