import { describe, expect, it } from '@jest/globals';
import { isWorthPreparing } from '@registry/prisma/prepared-statements.ts';
import { textFor, textForAll } from '@registry/schema/finding/refresh-statement.ts';

describe('the statements that bring findings up to date', () => {
  // Planning one takes longer than running it, and a session that has parsed much is replaced.
  it.each([
    ['all records', textForAll],
    ['plans', textFor(new Set(['Plan']))],
    ['SWOT analyses', textFor(new Set(['SwotAnalysis']))],
    ['registers', textFor(new Set(['RiskRegister']))],
    ['orders', textFor(new Set(['DelegationOrder']))],
  ])('are planned once in a session, the one for %s too', (_records, text) => {
    isWorthPreparing(text ?? '');
    expect(isWorthPreparing(text ?? '')).toBe(true);
  });
});
