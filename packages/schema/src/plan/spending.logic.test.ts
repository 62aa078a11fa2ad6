import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type SpentReport, yearOfSpending } from './spending.logic.ts';

const line = (fiscalYear: number, status: 'BUDGETED' | 'NO_BUDGET' | 'UNKNOWN', amount: number | null = null) => ({
  fiscalYear,
  status,
  amount,
});
const report = (projectId: string, fiscalYear: number, quarter: number, spentAmount: number | null) => ({
  projectId,
  fiscalYear,
  quarter,
  spentAmount,
});

describe('a year of spending', () => {
  it('counts what is planned, also that it is nothing, apart from what is not known', () => {
    const lines = [
      line(2568, 'BUDGETED', 100),
      line(2568, 'NO_BUDGET'),
      line(2568, 'UNKNOWN'),
      line(2569, 'BUDGETED', 7),
    ];
    expect(yearOfSpending(2568, lines, [])).toEqual({
      fiscalYear: 2568,
      planned: [100],
      knownCount: 2,
      unknownCount: 1,
      spent: [],
    });
  });

  it('takes the latest amount of each project, whatever the order of the reports, and skips those that say none', () => {
    const reports = [
      report('a', 2568, 3, null),
      report('a', 2568, 2, 50),
      report('a', 2568, 1, 20),
      report('b', 2568, 1, 5),
      report('b', 2567, 4, 900),
    ];
    expect(yearOfSpending(2568, [], reports).spent).toEqual([50, 5]);
  });

  it('never adds up more than one amount for a project', () => {
    const anyReport: fc.Arbitrary<SpentReport<number>> = fc.record({
      projectId: fc.constantFrom('a', 'b', 'c'),
      fiscalYear: fc.constantFrom(2567, 2568),
      quarter: fc.integer({ min: 1, max: 4 }),
      spentAmount: fc.option(fc.nat()),
    });
    fc.assert(
      fc.property(fc.array(anyReport), (reports) => {
        const { spent } = yearOfSpending(2568, [], reports);
        const telling = reports.filter(({ fiscalYear, spentAmount }) => fiscalYear === 2568 && spentAmount !== null);
        expect(spent).toHaveLength(new Set(telling.map(({ projectId }) => projectId)).size);
      }),
    );
  });
});
