import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { monthsAfter } from '../base/months.logic.ts';
import { type ReviewedRisk, reviewDueOn, reviewState, reviewStates, whereReviewed } from './review.logic.ts';

const day = (text: string) => new Date(text);
const iso = (date: Date | null) => date?.toISOString().slice(0, 10);
const today = day('2026-11-21');
const risk = (level: ReviewedRisk['level'], assessedOn: string | null): ReviewedRisk => ({
  level,
  assessedOn: assessedOn === null ? null : day(assessedOn),
  isOwed: true,
});

describe('a month later', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 3, '2026-11-30'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('%s plus %d is %s', (from, months, to) => {
    expect(iso(monthsAfter(day(from), months))).toBe(to);
  });

  it('is in the month meant, on the same day or on its last', () => {
    const days = fc.date({ min: day('2020-01-01'), max: day('2060-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 24 }), (from, months) => {
        const later = monthsAfter(from, months);
        const monthNumber = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
        const isLastDay = new Date(later.getTime() + 86_400_000).getUTCDate() === 1;
        expect(monthNumber(later)).toBe(monthNumber(from) + months);
        expect(later.getUTCDate() === from.getUTCDate() || (isLastDay && later.getUTCDate() < from.getUTCDate())).toBe(
          true,
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the review of a risk', () => {
  it('is due the sooner the higher the risk', () => {
    const due = (level: ReviewedRisk['level']) => iso(reviewDueOn(risk(level, '2026-10-31'), today));
    expect([due('EXTREME'), due('HIGH'), due('MEDIUM'), due('LOW')]).toEqual([
      '2026-11-30',
      '2027-01-31',
      '2027-04-30',
      '2027-10-31',
    ]);
  });

  it('of an unassessed risk is due at once', () => {
    expect(reviewDueOn(risk('UNASSESSED', null), today)).toEqual(today);
    expect(reviewState(risk('UNASSESSED', null), today)).toBe('DUE_SOON');
  });

  it('is not owed where the register was only imported, however long ago it was assessed', () => {
    for (const each of [risk('UNASSESSED', null), risk('EXTREME', '2020-01-01')]) {
      expect(reviewDueOn({ ...each, isOwed: false }, today)).toBeNull();
      expect(reviewState({ ...each, isOwed: false }, today)).toBe('NOT_OWED');
    }
  });

  it('is current, due soon in its last thirty days, and overdue from the day after', () => {
    const state = (on: string) => reviewState(risk('HIGH', '2026-08-21'), day(on));
    expect(['2026-10-21', '2026-10-22', '2026-11-21', '2026-11-22'].map(state)).toEqual([
      'CURRENT',
      'DUE_SOON',
      'DUE_SOON',
      'OVERDUE',
    ]);
  });
});

describe('the condition on a state of review', () => {
  type Condition = ReturnType<typeof whereReviewed>['OR'][number];
  const holds = (condition: Condition, { level, assessedOn, isOwed }: ReviewedRisk): boolean => {
    if (!('OR' in condition)) return !isOwed;
    return (
      isOwed &&
      condition.OR.some((part) => {
        if (part.level !== level) return false;
        if (!('currentAssessment' in part)) return true;
        if (assessedOn === null) return false;
        const range: { gte?: Date; lt?: Date } = part.currentAssessment.assessedOn;
        return (!range.gte || assessedOn >= range.gte) && (!range.lt || assessedOn < range.lt);
      })
    );
  };

  it('holds for exactly the risks that show the state, on every day of four years', () => {
    const days = fc.integer({ min: 0, max: 1461 }).map((count) => new Date(Date.UTC(2026, 0, 1 + count)));
    const levels = fc.constantFrom('LOW', 'MEDIUM', 'HIGH', 'EXTREME', 'UNASSESSED' as const);
    fc.assert(
      fc.property(days, days, levels, fc.boolean(), (on, assessed, level, isOwed) => {
        const subject: ReviewedRisk = { level, assessedOn: level === 'UNASSESSED' ? null : assessed, isOwed };
        const states = reviewStates.filter((state) =>
          whereReviewed([state], on).OR.some((condition) => holds(condition, subject)),
        );
        expect(states).toEqual([reviewState(subject, on)]);
      }),
      { numRuns: 5000 },
    );
  });
});
