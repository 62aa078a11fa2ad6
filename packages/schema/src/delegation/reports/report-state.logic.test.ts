import { describe, expect, it } from '@jest/globals';
import { reportState } from './report-state.logic.ts';

const day = (text: string) => new Date(text);

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
