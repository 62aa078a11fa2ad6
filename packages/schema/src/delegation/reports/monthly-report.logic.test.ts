import { describe, expect, it } from '@jest/globals';
import { day, line } from '../authority/power-records.fixture.ts';
import { expectedReports, owedReports } from './monthly-report.logic.ts';

const isoDay = (date: Date) => date.toISOString().slice(0, 10);
const expected = (lines: ReturnType<typeof line>[], today: string) =>
  expectedReports(lines, day(today)).map(({ delegateId, month }) => `${delegateId} ${isoDay(month).slice(0, 7)}`);

const order = { effectiveFrom: day('2026-03-15'), effectiveTo: day('2026-05-01') };

describe('monthly reports', () => {
  it('are owed for every month with a day in force, the running one included', () => {
    expect(expected([line('DIR', 'DEP', { order })], '2026-12-31')).toEqual([
      'DEP 2026-03',
      'DEP 2026-04',
      'DEP 2026-05',
    ]);
    expect(expected([line('DIR', 'DEP', { order })], '2026-04-01')).toEqual(['DEP 2026-03', 'DEP 2026-04']);
    expect(expected([line('DIR', 'DEP', { order })], '2026-03-14')).toEqual([]);
  });

  it('are owed once for each delegate, and no longer than a line to the delegate is in force', () => {
    const lines = [
      line('DIR', 'DEP', { id: 'a', orderId: 'o', order }),
      line('DIR', 'DEP', { id: 'b', orderId: 'o', order }),
      line('DIR', 'HEAD', { id: 'c', orderId: 'o', order, revokedOn: day('2026-04-01') }),
    ];
    expect(expected(lines, '2026-04-30')).toEqual(['DEP 2026-03', 'HEAD 2026-03', 'DEP 2026-04']);
  });

  it('end with an order that is revoked, and never begin for a draft or for an order revoked before its first day', () => {
    const with_ = (part: Partial<ReturnType<typeof line>['order']>) => [
      line('DIR', 'DEP', { order: { ...order, ...part } }),
    ];
    expect(expected(with_({ status: 'REVOKED', endedOn: day('2026-04-01') }), '2026-12-31')).toEqual(['DEP 2026-03']);
    expect(expected(with_({ status: 'REVOKED', endedOn: day('2026-03-15') }), '2026-12-31')).toEqual([]);
    expect(expected(with_({ status: 'DRAFT' }), '2026-12-31')).toEqual([]);
  });

  it('are due on the tenth of the next month unless another rule is given', () => {
    const lines = [line('DIR', 'DEP', { order: { effectiveFrom: day('2025-12-05') } })];
    expect(expectedReports(lines, day('2025-12-31')).map(({ dueOn }) => isoDay(dueOn))).toEqual(['2026-01-10']);
    expect(expectedReports(lines, day('2025-12-31'), (month) => month).map(({ dueOn }) => isoDay(dueOn))).toEqual([
      '2025-12-01',
    ]);
  });

  it('are matched with what is kept: filed, noted as a gap, or nothing; a due date that was set stands', () => {
    const kept = [
      {
        id: 'r3',
        delegateId: 'DEP',
        month: day('2026-03-01'),
        dueOn: day('2026-04-20'),
        filedOn: day('2026-04-19'),
        provisionalOn: null,
      },
      {
        id: 'r4',
        delegateId: 'DEP',
        month: day('2026-04-01'),
        dueOn: day('2026-05-10'),
        filedOn: null,
        provisionalOn: null,
      },
      {
        id: 'r9',
        delegateId: 'DEP',
        month: day('2026-09-01'),
        dueOn: day('2026-10-10'),
        filedOn: day('2026-10-01'),
        provisionalOn: null,
      },
    ];
    const owed = owedReports([line('DIR', 'DEP', { order })], kept, day('2026-12-31'));
    expect(owed.map(({ reportId, dueOn, filedOn }) => [reportId, isoDay(dueOn), filedOn && isoDay(filedOn)])).toEqual([
      ['r3', '2026-04-20', '2026-04-19'],
      ['r4', '2026-05-10', null],
      [null, '2026-06-10', null],
    ]);
  });
});
