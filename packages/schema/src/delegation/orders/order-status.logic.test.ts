import { describe, expect, it } from '@jest/globals';
import { type StoredOrderStatus, shownOrderStatus } from './order-status.logic.ts';

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
