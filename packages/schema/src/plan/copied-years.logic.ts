type Period = { readonly fiscalYearFrom: number; readonly fiscalYearTo: number };

/** The years of a project in another plan: as far from its beginning as before, as long as that plan goes. */
export const copiedYears = (years: readonly number[], from: Period, to: Period): number[] =>
  years
    .map((year) => year - from.fiscalYearFrom + to.fiscalYearFrom)
    .filter((year) => year >= to.fiscalYearFrom && year <= to.fiscalYearTo);
