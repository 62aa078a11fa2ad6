import { describe, expect, it } from '@jest/globals';
import { addUnderCode, nextRiskCode } from './risk-code.logic.ts';

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

describe('a risk whose code is taken while it is added', () => {
  const adding = (given: string | undefined, register: string[]) =>
    addUnderCode({
      given,
      first: 'CT-1',
      taken: async () => register,
      add: async (code) => (register.includes(code) ? undefined : { code }),
    });

  it('gets the next code that is free, unless a code was given', async () => {
    expect(await adding(undefined, [])).toEqual({ code: 'CT-1' });
    expect(await adding(undefined, ['CT-1', 'R-04'])).toEqual({ code: 'R-05' });
    expect(await adding('CT-9', ['CT-1'])).toEqual({ code: 'CT-9' });
    expect(await adding('CT-1', ['CT-1'])).toBeNull();
  });
});
