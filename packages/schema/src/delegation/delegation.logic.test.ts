import { describe, expect, it } from '@jest/globals';
import { reportState, type StoredOrderStatus, shownOrderStatus } from './delegation.logic.ts';

const day = (text: string) => new Date(text);
const order = (status: StoredOrderStatus, effectiveTo: string | null = '2026-09-30') => ({
  status,
  effectiveFrom: day('2025-10-01'),
  effectiveTo: effectiveTo === null ? null : day(effectiveTo),
});

describe('a delegation order', () => {
  it('waits, is in force from its first to its last day, and expires', () => {
    const on = (text: string) => shownOrderStatus(order('ISSUED'), day(text));
    expect([on('2025-09-30'), on('2025-10-01'), on('2026-09-30'), on('2026-10-01')]).toEqual([
      'ISSUED',
      'IN_FORCE',
      'IN_FORCE',
      'EXPIRED',
    ]);
  });

  it('without a last day stays in force, and a draft, revoked or superseded one is what it is on any day', () => {
    expect(shownOrderStatus(order('ISSUED', null), day('2099-01-01'))).toBe('IN_FORCE');
    for (const status of ['DRAFT', 'REVOKED', 'SUPERSEDED'] as const)
      expect(shownOrderStatus(order(status), day('2026-01-01'))).toBe(status);
  });
});

describe('a monthly report', () => {
  it('is filed in time, filed late, missing, provisional or not yet due', () => {
    const state = (filedOn: string | null, on: string, provisionalOn: Date | null = null) =>
      reportState(
        { dueOn: day('2026-02-10'), filedOn: filedOn === null ? null : day(filedOn), provisionalOn },
        day(on),
      );
    expect([
      state('2026-02-10', '2026-03-01'),
      state('2026-02-11', '2026-03-01'),
      state(null, '2026-02-11'),
      state(null, '2026-02-10'),
    ]).toEqual(['FILED', 'FILED_LATE', 'MISSING', 'DUE']);
    const given = day('2026-01-20');
    expect([state(null, '2026-02-10', given), state(null, '2026-02-11', given)]).toEqual(['PROVISIONAL', 'MISSING']);
    expect(state('2026-02-02', '2026-02-11', given)).toBe('FILED');
  });
});
