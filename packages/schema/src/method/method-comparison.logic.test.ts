import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RiskLevelName } from './level.logic.ts';
import { cellsOf } from './method-cells.logic.ts';
import { changesUnder, type ScoringMethod, stepOnScale, transitionsOf } from './method-comparison.logic.ts';

type Bands = readonly (readonly [level: RiskLevelName, scoreFrom: number, scoreTo: number, needsPlan: boolean])[];

const method = (steps: number, bands: Bands): ScoringMethod => ({
  likelihoodMax: steps,
  impactMax: steps,
  levels: bands.map(([level, , , needsPlan]) => ({ level, needsPlan })),
  cells: cellsOf({
    likelihoodMax: steps,
    impactMax: steps,
    scoreBands: bands.map(([level, scoreFrom, scoreTo]) => ({ level, scoreFrom, scoreTo })),
  }),
});

const five = method(5, [
  ['LOW', 1, 4, false],
  ['MEDIUM', 5, 9, false],
  ['HIGH', 10, 14, true],
  ['EXTREME', 15, 25, true],
]);
const strictFive = method(5, [
  ['LOW', 1, 3, false],
  ['MEDIUM', 4, 7, true],
  ['HIGH', 8, 11, true],
  ['EXTREME', 12, 25, true],
]);
const three = method(3, [
  ['LOW', 1, 2, false],
  ['MEDIUM', 3, 4, false],
  ['HIGH', 5, 6, true],
  ['EXTREME', 7, 9, true],
]);

const risk = (likelihood: number, impact: number) => {
  const cell = five.cells.find((each) => each.likelihood === likelihood && each.impact === impact);
  if (!cell) throw new Error('The test names a cell outside the matrix.');
  return { id: `${likelihood}x${impact}`, level: cell.level, likelihood, impact };
};
const unassessed = { id: 'new', level: 'UNASSESSED', likelihood: null, impact: null } as const;

describe('a step of a scale', () => {
  it('keeps its place on another scale, and goes up when it falls between two steps', () => {
    const mapped = (from: number, to: number) =>
      Array.from({ length: from }, (_, index) => stepOnScale(index + 1, from, to));
    expect(mapped(5, 3)).toEqual([1, 2, 2, 3, 3]);
    expect(mapped(3, 5)).toEqual([1, 3, 5]);
    expect(mapped(4, 5)).toEqual([1, 2, 4, 5]);
    expect(mapped(2, 10)).toEqual([1, 10]);
  });

  it('keeps ends and order on any scale, and comes back from a longer one', () => {
    const steps = fc.integer({ min: 2, max: 10 });
    fc.assert(
      fc.property(steps, steps, (from, to) => {
        const mapped = Array.from({ length: from }, (_, index) => stepOnScale(index + 1, from, to));
        expect([mapped[0], mapped.at(-1)]).toEqual([1, to]);
        expect(mapped).toEqual(mapped.toSorted((a, b) => a - b));
        if (to >= from) expect(mapped.map((step) => stepOnScale(step, to, from))).toEqual(mapped.map((_, i) => i + 1));
      }),
      { numRuns: 500 },
    );
  });
});

describe('under another method', () => {
  it('risks rise, fall or stay, and some newly need a plan', () => {
    const changes = changesUnder([risk(1, 4), risk(2, 4), risk(5, 5), unassessed], five, strictFive);
    expect(changes).toEqual([
      {
        riskId: '1x4',
        from: { level: 'LOW', score: 4 },
        to: { level: 'MEDIUM', score: 4, likelihood: 1, impact: 4 },
        move: 'RAISED',
        newlyNeedsPlan: true,
      },
      {
        riskId: '2x4',
        from: { level: 'MEDIUM', score: 8 },
        to: { level: 'HIGH', score: 8, likelihood: 2, impact: 4 },
        move: 'RAISED',
        newlyNeedsPlan: true,
      },
      {
        riskId: '5x5',
        from: { level: 'EXTREME', score: 25 },
        to: { level: 'EXTREME', score: 25, likelihood: 5, impact: 5 },
        move: 'SAME',
        newlyNeedsPlan: false,
      },
      {
        riskId: 'new',
        from: { level: 'UNASSESSED', score: null },
        to: { level: 'UNASSESSED', score: null, likelihood: null, impact: null },
        move: 'UNASSESSED',
        newlyNeedsPlan: false,
      },
    ]);
  });

  it('of another size risks keep their places on the scales', () => {
    const [change] = changesUnder([risk(3, 5)], five, three);
    expect(change).toEqual({
      riskId: '3x5',
      from: { level: 'EXTREME', score: 15 },
      to: { level: 'HIGH', score: 6, likelihood: 2, impact: 3 },
      move: 'LOWERED',
      newlyNeedsPlan: false,
    });
  });

  it('a need that was there already is not new', () => {
    expect(changesUnder([risk(3, 4)], five, strictFive).map((change) => change.newlyNeedsPlan)).toEqual([false]);
  });

  it('moves are counted from level to level, and every risk in one of them', () => {
    const risks = [unassessed, ...five.cells.map(({ likelihood, impact }) => risk(likelihood, impact))];
    const transitions = transitionsOf(changesUnder(risks, five, strictFive));
    expect(transitions).toEqual([
      { from: 'UNASSESSED', to: 'UNASSESSED', move: 'UNASSESSED', riskCount: 1 },
      { from: 'LOW', to: 'LOW', move: 'SAME', riskCount: 5 },
      { from: 'LOW', to: 'MEDIUM', move: 'RAISED', riskCount: 3 },
      { from: 'MEDIUM', to: 'MEDIUM', move: 'SAME', riskCount: 4 },
      { from: 'MEDIUM', to: 'HIGH', move: 'RAISED', riskCount: 3 },
      { from: 'HIGH', to: 'HIGH', move: 'SAME', riskCount: 2 },
      { from: 'HIGH', to: 'EXTREME', move: 'RAISED', riskCount: 2 },
      { from: 'EXTREME', to: 'EXTREME', move: 'SAME', riskCount: 6 },
    ]);
    expect(transitions.reduce((sum, { riskCount }) => sum + riskCount, 0)).toBe(26);
  });

  it('nothing changes when it is the same method', () => {
    const risks = five.cells.map(({ likelihood, impact }) => risk(likelihood, impact));
    expect(new Set(changesUnder(risks, five, five).map(({ move }) => move))).toEqual(new Set(['SAME']));
  });

  it('a risk off the scales of its own method is refused', () => {
    const outside = { id: 'x', level: 'LOW', likelihood: 6, impact: 1 } as const;
    expect(() => changesUnder([outside], five, three)).toThrow('no cell for likelihood 6 x impact 1');
  });
});
