import { describe, expect, it } from '@jest/globals';
import { nextRiskCode } from './risk-code.logic.ts';

describe('the code of the next risk', () => {
  it.each([
    [[], 'R-01'],
    [['R-01', 'R-02'], 'R-03'],
    [['R-01', 'R-07'], 'R-08'],
    [['R-99'], 'R-100'],
    [['R-009'], 'R-10'],
    [['CT-1', 'R-x', 'r-05', 'R-12345678'], 'R-01'],
  ])('after %j is %s', (taken, next) => {
    expect(nextRiskCode(taken)).toBe(next);
    expect(taken).not.toContain(next);
  });
});
