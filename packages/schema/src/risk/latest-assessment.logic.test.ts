import { describe, expect, it } from '@jest/globals';
import { coversRisk } from './acceptance.logic.ts';
import { type AssessmentRecord, becomesCurrent, comparablePair, latestOf } from './latest-assessment.logic.ts';

const day = (text: string) => new Date(text);

const assessment = (id: string, assessedOn: string, more: Partial<AssessmentRecord> = {}): AssessmentRecord => ({
  id,
  methodId: 'method',
  phase: 'INHERENT',
  score: 10,
  level: 'HIGH',
  assessedOn: day(assessedOn),
  createdAt: day('2026-11-21T03:00:00Z'),
  ...more,
});

describe('the assessment that counts', () => {
  it('is the one of the latest day of its phase, whatever the order in which they come', () => {
    const history = [
      assessment('b', '2026-10-02'),
      assessment('a', '2026-10-01'),
      assessment('target', '2026-10-03', { phase: 'TARGET' }),
    ];
    expect(latestOf(history, 'INHERENT')?.id).toBe('b');
    expect(latestOf(history.toReversed(), 'INHERENT')?.id).toBe('b');
    expect(latestOf(history, 'RESIDUAL')).toBeUndefined();
  });

  it('is, within a day, the one recorded last, and within an instant the one of the later id', () => {
    const first = assessment('z', '2026-10-01', { createdAt: day('2026-10-01T01:00:00Z') });
    const second = assessment('a', '2026-10-01', { createdAt: day('2026-10-01T02:00:00Z') });
    expect(latestOf([second, first], 'INHERENT')?.id).toBe('a');
    expect(latestOf([assessment('b', '2026-10-01'), assessment('a', '2026-10-01')], 'INHERENT')?.id).toBe('b');
  });

  it('is shown when it is recorded, unless a later or a residual one is shown already, or it is a target', () => {
    const on = (phase: AssessmentRecord['phase'], date: string) => ({ phase, assessedOn: day(date) });
    const current = on('INHERENT', '2026-10-02');
    expect(becomesCurrent(on('INHERENT', '2026-10-01'), null)).toBe(true);
    expect(becomesCurrent(on('TARGET', '2026-10-03'), null)).toBe(false);
    expect(becomesCurrent(on('INHERENT', '2026-10-01'), current)).toBe(false);
    expect(becomesCurrent(on('INHERENT', '2026-10-02'), current)).toBe(true);
    expect(becomesCurrent(on('RESIDUAL', '2026-10-01'), current)).toBe(true);
    expect(becomesCurrent(on('INHERENT', '2026-10-03'), on('RESIDUAL', '2026-10-01'))).toBe(false);
  });

  it('is compared before and after controls only within one method', () => {
    const inherent = assessment('a', '2026-10-01');
    const residual = assessment('b', '2026-10-02', { phase: 'RESIDUAL' });
    expect(comparablePair([inherent, residual])).toEqual({ inherent, residual });
    expect(comparablePair([inherent])).toBeUndefined();
    expect(comparablePair([inherent, { ...residual, methodId: 'another' }])).toBeUndefined();
  });
});

describe('an acceptance', () => {
  const acceptance = { level: 'HIGH', acceptedOn: day('2026-10-01'), expiresOn: day('2026-12-31') } as const;

  it('holds from its first day to its last', () => {
    const holds = (text: string) => coversRisk(acceptance, 'HIGH', day(text));
    expect(['2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01'].map(holds)).toEqual([false, true, true, false]);
  });

  it('covers the level that it froze and lower ones, not a risk that has risen', () => {
    const covers = (level: 'LOW' | 'MEDIUM' | 'HIGH' | 'EXTREME') => coversRisk(acceptance, level, day('2026-11-21'));
    expect([covers('LOW'), covers('MEDIUM'), covers('HIGH'), covers('EXTREME')]).toEqual([true, true, true, false]);
  });
});
