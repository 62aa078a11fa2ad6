import { describe, expect, it } from '@jest/globals';
import { lastDayOf, periodOf, problemsOfGift, problemsOfNone } from './gift.logic.ts';

const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const today = day('2026-11-30');
const fieldsOf = (given: Partial<Parameters<typeof problemsOfGift>[0]>) =>
  problemsOfGift(
    { offeredOn: day('2026-11-01'), receivedOn: day('2026-11-02'), settledOn: null, outcome: 'RETURNED', ...given },
    today,
  ).map(({ code, field }) => `${code} ${field}`);

describe('a half-year', () => {
  it.each([
    ['2025-10-01', 2569, 1, '2026-03-31'],
    ['2026-03-31', 2569, 1, '2026-03-31'],
    ['2026-04-01', 2569, 2, '2026-09-30'],
    ['2026-09-30', 2569, 2, '2026-09-30'],
  ])('%s lies in %i/%i, which ends on %s', (iso, fiscalYear, half, last) => {
    const period = periodOf(day(iso));
    expect(period).toEqual({ fiscalYear, half });
    expect(lastDayOf(period)).toEqual(day(last));
  });

  it('has none only once it has ended', () => {
    expect(problemsOfNone({ fiscalYear: 2569, half: 2 }, today)).toEqual([]);
    expect(problemsOfNone({ fiscalYear: 2569, half: 2 }, day('2026-09-30'))).toHaveLength(1);
    expect(problemsOfNone({ fiscalYear: 2570, half: 1 }, today)).toMatchObject([{ code: 'PERIOD_RUNS' }]);
  });
});

describe('a gift', () => {
  it('is received when it was offered or later, and dealt with after that', () => {
    expect(fieldsOf({})).toEqual([]);
    expect(fieldsOf({ receivedOn: day('2026-10-31') })).toEqual(['RECEIVED_BEFORE_OFFERED receivedOn']);
    expect(fieldsOf({ settledOn: day('2026-11-01') })).toEqual(['SETTLED_BEFORE settledOn']);
    expect(fieldsOf({ offeredOn: day('2027-01-01'), receivedOn: day('2027-01-02') })).toEqual([
      'OFFERED_LATER offeredOn',
      'RECEIVED_LATER receivedOn',
    ]);
  });

  it('was not received when it was refused, and was otherwise', () => {
    expect(fieldsOf({ outcome: 'REFUSED' })).toEqual(['REFUSED_AND_RECEIVED receivedOn']);
    expect(fieldsOf({ outcome: 'REFUSED', receivedOn: null })).toEqual([]);
    expect(fieldsOf({ outcome: 'KEPT', receivedOn: null })).toEqual(['NOT_RECEIVED receivedOn']);
  });
});
