import { describe, expect, it } from '@jest/globals';
import { spentOrderProblem } from './spent-order.logic.ts';

const baht = (value: number) => ({ value, lessThan: (other: { value: number }) => value < other.value });
const spent = (quarter: number, value: number | null) => ({
  quarter,
  spentAmount: value === null ? null : baht(value),
});

describe('what is spent in a year', () => {
  it.each([
    ['grows', spent(3, 30), [spent(1, 10), spent(2, 30)]],
    ['stands between an earlier and a later quarter', spent(2, 20), [spent(1, 10), spent(4, 20)]],
    ['is not said', spent(3, null), [spent(2, 10)]],
    ['is the first to be said', spent(3, 0), [spent(2, null)]],
    ['takes the place of itself', spent(3, 5), [spent(3, 10)]],
  ])('is right when it %s', (_case, reported, others) => {
    expect(spentOrderProblem(reported, others)).toBeNull();
  });

  it.each([
    ['less than an earlier quarter', spent(3, 9), [spent(1, 10)], 'quarter 1'],
    ['more than a later quarter', spent(1, 31), [spent(2, null), spent(4, 30)], 'quarter 4'],
  ])('is asked about when it is %s', (_case, reported, others, named) => {
    const problem = spentOrderProblem(reported, others);
    expect(problem?.field).toBe('spentAmount');
    expect(problem?.message.en).toContain(named);
  });
});
