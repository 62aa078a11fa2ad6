import { describe, expect, it } from '@jest/globals';
import { indicatorOutcome, valuesOfYear } from './indicator-result.logic.ts';

type Number = { n: number; comparedTo: (other: Number) => number; minus: (other: Number) => Number };
const exact = (n: number): Number => ({
  n,
  comparedTo: (other) => Math.sign(n - other.n),
  minus: (other) => exact(n - other.n),
});
const or = (n: number | null) => (n === null ? null : exact(n));

describe('an indicator', () => {
  it.each([
    ['GTE', 80, 80, null, 'MET'],
    ['GTE', 80, 79, null, 'NOT_MET'],
    ['GTE', 80, null, null, 'NOT_REPORTED'],
    ['LTE', 2, 2, null, 'MET'],
    ['LTE', 2, 3, null, 'NOT_MET'],
    ['EQ', 1, 1, null, 'MET'],
    ['EQ', 1, 2, null, 'NOT_MET'],
    ['INCREASE', null, 6, 5, 'MET'],
    ['INCREASE', null, 5, 5, 'NOT_MET'],
    ['INCREASE', 2, 6, 5, 'NOT_MET'],
    ['INCREASE', 2, 7, 5, 'MET'],
    ['INCREASE', null, 7, null, 'NOT_REPORTED'],
    ['DECREASE', null, 4, 5, 'MET'],
    ['DECREASE', null, 5, 5, 'NOT_MET'],
    ['DECREASE', 3, 1, 5, 'MET'],
    ['DECREASE', 3, 3, 5, 'NOT_MET'],
    ['DECREASE', null, null, 5, 'NOT_REPORTED'],
    [null, null, 5, 4, 'NO_TARGET'],
    ['GTE', null, 5, 4, 'NO_TARGET'],
  ] as const)('%s %s with %s after %s is %s', (operator, threshold, value, previous, outcome) => {
    expect(indicatorOutcome({ operator, threshold: or(threshold) }, { value: or(value), previous: or(previous) })).toBe(
      outcome,
    );
  });

  it('shows the last value of the year and of the year before', () => {
    const reported = [
      { fiscalYear: 2568, quarter: 4, value: 9 },
      { fiscalYear: 2568, quarter: 2, value: 5 },
      { fiscalYear: 2567, quarter: 2, value: 3 },
      { fiscalYear: 2569, quarter: 1, value: 1 },
    ];
    expect(valuesOfYear(reported, 2568)).toEqual({ value: 9, previous: 3 });
    expect(valuesOfYear(reported, 2567)).toEqual({ value: 3, previous: null });
    expect(valuesOfYear(reported, 2571)).toEqual({ value: null, previous: null });
  });
});
