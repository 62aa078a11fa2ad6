import { describe, expect, it } from '@jest/globals';
import { closedDays } from '../calendar/working-days.logic.ts';
import { hasBegun, reportsDue } from './report-due.logic.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const none = closedDays([]);
const due = (
  project: Parameters<typeof reportsDue>[0],
  reports: Parameters<typeof reportsDue>[1],
  on: string,
  more: Partial<Parameters<typeof reportsDue>[2]> = {},
) => reportsDue(project, reports, { on: day(on), firstApprovedOn: null, closed: none, ...more });
const shown = (dues: ReturnType<typeof reportsDue>) =>
  dues.map(({ fiscalYear, quarter, dueOn }) => `${fiscalYear}/${quarter} ${dueOn.toISOString().slice(0, 10)}`);

describe('the reports of a project', () => {
  const project = { fiscalYears: [2568], quarters: [] };

  it('are due on the 15th working day after each quarter, and missed on the day after', () => {
    // Quarter 1 of 2568 ended on Tuesday, 31 December 2024.
    expect(shown(due(project, [], '2025-01-21'))).toEqual([]);
    expect(shown(due(project, [], '2025-01-22'))).toEqual(['2568/1 2025-01-21']);
    expect(shown(due(project, [], '2026-01-01')).map((each) => each.slice(0, 6))).toEqual([
      '2568/1',
      '2568/2',
      '2568/3',
      '2568/4',
    ]);
  });

  it('wait for holidays', () => {
    const closed = closedDays([day('2025-01-01'), day('2025-01-02')]);
    expect(shown(due(project, [], '2025-02-01', { closed: closed }))).toEqual(['2568/1 2025-01-23']);
  });

  it('are asked for in the quarters in which it runs, and not again once they are there', () => {
    const some = { fiscalYears: [2569, 2568], quarters: [3, 1] };
    const reports = [{ fiscalYear: 2568, quarter: 1 }];
    expect(shown(due(some, reports, '2026-06-01')).map((each) => each.slice(0, 6))).toEqual(['2568/3', '2569/1']);
  });

  it('begin with the quarter in which the plan was first approved', () => {
    const from = (firstApprovedOn: string) =>
      shown(due(project, [], '2026-01-01', { firstApprovedOn: day(firstApprovedOn) })).map((each) => each.slice(0, 6));
    expect(from('2025-03-31')).toEqual(['2568/2', '2568/3', '2568/4']);
    expect(from('2025-04-01')).toEqual(['2568/3', '2568/4']);
    expect(from('2025-10-01')).toEqual([]);
  });

  it('are given from the first day of a quarter on', () => {
    expect(hasBegun(2568, 2, day('2024-12-31'))).toBe(false);
    expect(hasBegun(2568, 2, day('2025-01-01'))).toBe(true);
    expect(hasBegun(2568, 5, day('2030-01-01'))).toBe(false);
  });
});
