import { describe, expect, it } from '@jest/globals';
import { amountsOf, whyNoTotal } from './budget-total.logic.ts';

const free = { status: 'NO_BUDGET', amount: null } as const;
const unknown = { status: 'UNKNOWN', amount: null } as const;
const set = (amount: number) => ({ status: 'BUDGETED', amount }) as const;

describe('the budget of some projects', () => {
  it.each([
    ['without lines', [], 'There is no budget line.'],
    ['that need none', [free, free], 'It needs no budget.'],
    ['some of which need none', [free, unknown], 'The budget is not known.'],
    ['that is nought, which is an amount', [free, set(0)], null],
    ['that is known in part', [unknown, set(100)], null],
  ] as const)('%s: why is there no total', (_, lines, why) => {
    expect(whyNoTotal(lines)?.en ?? null).toBe(why);
  });

  it('adds up what is stated', () => {
    expect(amountsOf([free, set(0), unknown, set(100)])).toEqual([0, 100]);
  });
});
