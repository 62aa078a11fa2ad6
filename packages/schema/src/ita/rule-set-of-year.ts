/** The rule set that applies to a fiscal year: no two overlap, and the last may be open. */
export const ruleSetOfYear = (fiscalYear: number) => ({
  fiscalYearFrom: { lte: fiscalYear },
  OR: [{ fiscalYearTo: null }, { fiscalYearTo: { gte: fiscalYear } }],
});
