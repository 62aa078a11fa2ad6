import { describe, expect, it } from '@jest/globals';
import { percentOf, problemsOfCount, totalOf } from './acknowledgement.logic.ts';

const fieldsOf = (acknowledged: number, headCount: number) =>
  problemsOfCount({ acknowledged, headCount }, 'units[0].').map(({ field }) => field);

describe('a count of acknowledgements', () => {
  it('is of no more people than the unit has, and of at least one', () => {
    expect(fieldsOf(0, 1)).toEqual([]);
    expect(fieldsOf(12, 12)).toEqual([]);
    expect(fieldsOf(13, 12)).toEqual(['units[0].acknowledged']);
    expect(fieldsOf(-1, 12)).toEqual(['units[0].acknowledged']);
    expect(fieldsOf(1, 0)).toEqual(['units[0].headCount', 'units[0].acknowledged']);
  });

  it.each([
    [1, 3, '33.33'],
    [2, 3, '66.67'],
    [1, 8, '12.50'],
    [1, 16, '6.25'],
    [1, 32, '3.13'],
    [0, 7, '0.00'],
    [7, 7, '100.00'],
    [19_999, 20_000, '99.99'],
    [199_999, 200_000, '99.99'],
  ])('%i of %i is %s percent, exactly rounded, and 100 only when all have', (acknowledged, headCount, percent) => {
    expect(percentOf({ acknowledged, headCount })).toBe(percent);
  });

  it('adds up over units before it is a percentage', () => {
    const units = [
      { acknowledged: 1, headCount: 1 },
      { acknowledged: 0, headCount: 2 },
    ];
    expect(percentOf(totalOf(units))).toBe('33.33');
    expect(percentOf(totalOf([]))).toBeNull();
  });
});
