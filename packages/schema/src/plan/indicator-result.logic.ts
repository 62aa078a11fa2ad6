export type IndicatorOutcome = 'MET' | 'NOT_MET' | 'NOT_REPORTED' | 'NO_TARGET';

type Operator = 'GTE' | 'LTE' | 'EQ' | 'INCREASE' | 'DECREASE';

/** A value as the caller keeps exact numbers. */
export type Measured<Value> = {
  comparedTo(other: Value): number;
  minus(other: Value): Value;
};

export type YearValues<Value> = { readonly value: Value | null; readonly previous: Value | null };

/** Whether a value changed in the right direction, and by at least the threshold where one is stated. */
function hasMoved<Value extends Measured<Value>>(from: Value, to: Value, threshold: Value | null): boolean {
  const change = to.minus(from);
  if (to.comparedTo(from) <= 0) return false;
  return threshold === null || change.comparedTo(threshold) >= 0;
}

/** What an indicator came to in a year. INCREASE and DECREASE are judged against the year before; the others against the threshold. */
export function indicatorOutcome<Value extends Measured<Value>>(
  target: { readonly operator: Operator | null; readonly threshold: Value | null },
  { value, previous }: YearValues<Value>,
): IndicatorOutcome {
  const { operator, threshold } = target;
  if (operator === null) return 'NO_TARGET';
  if (operator === 'INCREASE' || operator === 'DECREASE') {
    if (value === null || previous === null) return 'NOT_REPORTED';
    const isMet = operator === 'INCREASE' ? hasMoved(previous, value, threshold) : hasMoved(value, previous, threshold);
    return isMet ? 'MET' : 'NOT_MET';
  }
  if (threshold === null) return 'NO_TARGET';
  if (value === null) return 'NOT_REPORTED';
  const order = value.comparedTo(threshold);
  const isMet = operator === 'GTE' ? order >= 0 : operator === 'LTE' ? order <= 0 : order === 0;
  return isMet ? 'MET' : 'NOT_MET';
}

type Reported<Value> = { readonly fiscalYear: number; readonly quarter: number; readonly value: Value };

/** The last value that was reported for a year, and that of the year before. */
export function valuesOfYear<Value>(reported: readonly Reported<Value>[], fiscalYear: number): YearValues<Value> {
  const latest = (year: number): Value | null =>
    reported
      .filter((each) => each.fiscalYear === year)
      .reduce<Reported<Value> | null>((last, each) => (last && last.quarter > each.quarter ? last : each), null)
      ?.value ?? null;
  return { value: latest(fiscalYear), previous: latest(fiscalYear - 1) };
}
