import { describe, expect, it } from '@jest/globals';
import { baht, day, line } from '../authority/power-records.fixture.ts';
import { checkReport } from './report-check.logic.ts';

const lines = [
  line('DIR', 'DEP', { id: 'a', orderId: 'o', ceilingAmount: baht('500000'), revokedOn: day('2026-03-02') }),
  line('DIR', 'DEP', { id: 'b', orderId: 'o' }),
  line('DIR', 'HEAD', { id: 'c', orderId: 'o' }),
];

const use = (powerId: string, count: number, total: string, max: string) => ({
  powerId,
  count,
  totalAmount: baht(total),
  maxAmount: baht(max),
});

const check = (month: string, ...uses: ReturnType<typeof use>[]) => {
  const { problems, findings } = checkReport({ orderId: 'o', delegateId: 'DEP', month: day(month), uses }, lines);
  return {
    problems: problems.map(({ field }) => field),
    findings: findings.map(({ code, field }) => `${code} ${field}`),
  };
};

describe('a report on the use of powers', () => {
  it('is right when its numbers can be true, a use of nothing included', () => {
    expect(check('2026-02-01', use('a', 3, '900000', '500000.00'), use('b', 0, '0', '0'))).toEqual({
      problems: [],
      findings: [],
    });
  });

  it('is told of all its wrong numbers at once', () => {
    expect(check('2026-02-01', use('a', -1, '-2', '-1'), use('b', 0, '5', '5')).problems).toEqual([
      'uses[0].count',
      'uses[0].totalAmount',
      'uses[0].maxAmount',
      'uses[0].maxAmount',
      'uses[1].totalAmount',
      'uses[1].maxAmount',
    ]);
    expect(check('2026-02-01', use('a', 1.5, '10', '10.01'), use('b', 2, '10', '0')).problems).toEqual([
      'uses[0].count',
      'uses[0].maxAmount',
      'uses[1].maxAmount',
    ]);
  });

  it('speaks of each power of its own order and delegate once', () => {
    expect(check('2026-02-01', use('c', 0, '0', '0'), use('b', 0, '0', '0'), use('b', 0, '0', '0')).problems).toEqual([
      'uses[0].powerId',
      'uses[2].powerId',
    ]);
  });

  it('is accepted with uses above the ceiling or out of force, which are findings', () => {
    expect(check('2026-02-01', use('a', 1, '500000.01', '500000.01'))).toEqual({
      problems: [],
      findings: ['USE_ABOVE_CEILING uses[0].maxAmount'],
    });
    expect(check('2026-03-01', use('a', 1, '1', '1')).findings).toEqual([]);
    expect(check('2026-04-01', use('a', 1, '1', '1')).findings).toEqual(['USE_OUT_OF_FORCE uses[0].count']);
    expect(check('2026-04-01', use('a', 0, '0', '0')).findings).toEqual([]);
    expect(check('2025-09-01', use('b', 1, '1', '1')).findings).toEqual(['USE_OUT_OF_FORCE uses[0].count']);
  });
});
