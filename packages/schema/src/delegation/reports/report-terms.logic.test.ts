import { describe, expect, it } from '@jest/globals';
import { day } from '../authority/power-records.fixture.ts';
import { problemsOfTime, problemsOfUse, recipientOf, saysNotUsed } from './report-terms.logic.ts';

const codesOf = (problems: readonly { code?: string }[]) => problems.map(({ code }) => code);

describe('a report on a month', () => {
  const onDay = (today: string, isProvisional: boolean) =>
    codesOf(problemsOfTime({ month: day('2026-02-01'), isProvisional, today: day(today) }));

  it('is provisional until the month has ended, and not after', () => {
    expect(onDay('2026-02-28', false)).toEqual(['MONTH_NOT_ENDED']);
    expect(onDay('2026-02-28', true)).toEqual([]);
    expect(onDay('2026-03-01', false)).toEqual([]);
    expect(onDay('2026-03-01', true)).toEqual(['MONTH_HAS_ENDED']);
  });

  it('is refused too early in both languages, with the source of the rule', () => {
    const [problem] = problemsOfTime({ month: day('2026-02-01'), isProvisional: false, today: day('2026-02-10') });
    expect(problem?.message.th).toContain('ที่มา: มาตรการออกคำสั่งมอบหมาย');
    expect(problem?.message.en).toContain('Source: delegation measure');
  });
});

describe('what a report says of use', () => {
  const used = [{ count: 0 }, { count: 3 }];
  const unused = [{ count: 0 }];

  it('is said in words, or by its uses', () => {
    expect(saysNotUsed(true, null)).toBe(true);
    expect([saysNotUsed(null, []), saysNotUsed(null, unused), saysNotUsed(null, used)]).toEqual([true, true, false]);
    expect(saysNotUsed(null, null)).toBeUndefined();
  });

  it('has to be said, and does not contradict itself', () => {
    expect(codesOf(problemsOfUse(true, used))).toEqual(['USED_ALL_THE_SAME']);
    expect(codesOf(problemsOfUse(false, unused))).toEqual(['NOTHING_SAID_OF_USE']);
    expect(codesOf(problemsOfUse(undefined, null))).toEqual(['NOTHING_SAID_OF_USE']);
    for (const [notUsed, uses] of [
      [true, unused],
      [true, null],
      [false, used],
    ] as const)
      expect(problemsOfUse(notUsed, uses)).toEqual([]);
  });
});

describe('who receives a report', () => {
  it('is the delegator, or whoever is named; never whoever reports', () => {
    const one = { delegateId: 'DEP', delegatorIds: ['DIR', 'DIR'] };
    expect(recipientOf(undefined, one)).toEqual({ recipientId: 'DIR', problems: [] });
    expect(recipientOf('CFO', one)).toEqual({ recipientId: 'CFO', problems: [] });
    expect(codesOf(recipientOf('DEP', one).problems)).toEqual(['REPORTS_TO_ITSELF']);
  });

  it('has to be named where several delegated', () => {
    const two = { delegateId: 'DEP', delegatorIds: ['DIR', 'CFO'] };
    expect(codesOf(recipientOf(undefined, two).problems)).toEqual(['NO_RECIPIENT']);
    expect(recipientOf('DIR', two).problems).toEqual([]);
  });
});
