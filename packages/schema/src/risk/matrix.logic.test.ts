import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { riskLevels } from '../method/level.logic.ts';
import { cellsOf } from '../method/method-cells.logic.ts';
import { type MatrixMethod, type MatrixRisk, registerMatrix } from './matrix.logic.ts';

const method: MatrixMethod = {
  levels: [
    { level: 'LOW', colour: '#2e9e4f' },
    { level: 'HIGH', colour: '#e8731a' },
  ],
  cells: cellsOf({
    likelihoodMax: 2,
    impactMax: 3,
    scoreBands: [
      { level: 'LOW', scoreFrom: 1, scoreTo: 3 },
      { level: 'HIGH', scoreFrom: 4, scoreTo: 6 },
    ],
  }),
};

const unassessed: MatrixRisk = { level: 'UNASSESSED', likelihood: null, impact: null };
const high: MatrixRisk = { level: 'HIGH', likelihood: 2, impact: 2 };

describe('the matrix of a register', () => {
  it('counts the risks in every cell, empty ones too, and the unassessed apart', () => {
    const low = { level: 'LOW', colour: '#2e9e4f' };
    const red = { level: 'HIGH', colour: '#e8731a' };
    expect(registerMatrix([high, unassessed, high, { level: 'LOW', likelihood: 1, impact: 3 }], method)).toEqual({
      cells: [
        { likelihood: 1, impact: 1, score: 1, riskCount: 0, ...low },
        { likelihood: 1, impact: 2, score: 2, riskCount: 0, ...low },
        { likelihood: 1, impact: 3, score: 3, riskCount: 1, ...low },
        { likelihood: 2, impact: 1, score: 2, riskCount: 0, ...low },
        { likelihood: 2, impact: 2, score: 4, riskCount: 2, ...red },
        { likelihood: 2, impact: 3, score: 6, riskCount: 0, ...red },
      ],
      unassessedCount: 1,
      otherMethodCount: 0,
    });
  });

  it('does not place a risk that was scored under another method', () => {
    const { cells, otherMethodCount } = registerMatrix(
      [
        { ...high, level: 'LOW' },
        { ...high, likelihood: 5 },
      ],
      method,
    );
    expect(cells.every(({ riskCount }) => riskCount === 0)).toBe(true);
    expect(otherMethodCount).toBe(2);
  });

  it('counts every risk exactly once', () => {
    const step = fc.integer({ min: 1, max: 4 });
    const anyRisk = fc.oneof(
      fc.constant(unassessed),
      fc.record({ level: fc.constantFrom(...riskLevels), likelihood: step, impact: step }),
    );
    fc.assert(
      fc.property(fc.array(anyRisk), (risks) => {
        const { cells, unassessedCount, otherMethodCount } = registerMatrix(risks, method);
        const placed = cells.reduce((sum, { riskCount }) => sum + riskCount, 0);
        expect(placed + unassessedCount + otherMethodCount).toBe(risks.length);
        expect(otherMethodCount).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses a method that does not describe a level of its cells', () => {
    expect(() => registerMatrix([], { ...method, levels: [] })).toThrow('does not describe level LOW');
  });
});
