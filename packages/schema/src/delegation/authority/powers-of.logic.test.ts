import { describe, expect, it } from '@jest/globals';
import { acting, baht, day, line, statute } from './power-records.fixture.ts';
import { powersOf } from './powers-of.logic.ts';

const sign = { verb: 'SIGN', processArea: 'REGISTRATION' } as const;
const records = {
  statutoryPowers: [statute('DIR'), statute('DIR', { id: 'law:DIR:sign', ...sign })],
  lines: [
    line('DIR', 'DEP', { subDelegable: false }),
    line('DIR', 'DEP', { id: 'limited', ceilingAmount: baht('100000') }),
    line('DIR', 'DEP', { id: 'sign', ...sign, subDelegable: false, revokedOn: day('2026-03-01') }),
    line('DIR', 'HEAD'),
  ],
  appointments: [acting('CLERK', 'HEAD')],
};

const powersOn = (date: string, positionId = 'DEP') =>
  powersOf(records, positionId, day(date)).map(({ verb, chain, ceiling, subDelegable, subDelegableCeiling }) => ({
    verb,
    chain: chain.map(({ id }) => id),
    ceiling,
    subDelegable,
    subDelegableCeiling,
  }));

const approve = {
  verb: 'APPROVE',
  chain: ['law:DIR', 'DIR>DEP'],
  ceiling: null,
  subDelegable: true,
  subDelegableCeiling: baht('100000'),
};

describe('the powers of a position', () => {
  it('are those of the day, each with its best chain and with what of it may be passed on', () => {
    expect(powersOn('2026-02-28')).toEqual([
      approve,
      { verb: 'SIGN', chain: ['law:DIR:sign', 'sign'], ceiling: null, subDelegable: false, subDelegableCeiling: null },
    ]);
    expect(powersOn('2026-03-01')).toEqual([approve]);
    expect(powersOn('2025-09-30')).toEqual([]);
  });

  it('are also those of the position that it acts for, none of which it passes on as its own', () => {
    const held = {
      ...approve,
      chain: ['law:DIR', 'DIR>HEAD', 'CLERK for HEAD'],
      subDelegable: false,
      subDelegableCeiling: null,
    };
    expect(powersOn('2026-03-31', 'CLERK')).toEqual([held]);
    expect(powersOn('2026-04-01', 'CLERK')).toEqual([]);
  });
});
