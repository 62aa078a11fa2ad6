import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cellsOf } from './method-cells.logic.ts';
import { complete, level, scalePoints } from './method-draft.fixture.ts';
import type { MethodDraft, ScoreBandDraft } from './method-draft.logic.ts';
import { methodProblems } from './method-validation.logic.ts';

/** Every score that a matrix of the size has, computed without the code under test. */
const scoresOf = (likelihoodMax: number, impactMax: number): number[] => {
  const scores: number[] = [];
  for (let l = 1; l <= likelihoodMax; l++) for (let i = 1; i <= impactMax; i++) scores.push(l * i);
  return scores;
};

const names = ['LOW', 'MEDIUM', 'HIGH', 'EXTREME'];
const covers =
  ({ scoreFrom, scoreTo }: ScoreBandDraft) =>
  (score: number) =>
    scoreFrom <= score && score <= scoreTo;

/** Bands of distinct levels, in order: cut at random scores, each end then moved a little or not at all. */
const bandList = fc
  .record({
    likelihoodMax: fc.integer({ min: 2, max: 10 }),
    impactMax: fc.integer({ min: 2, max: 10 }),
    levelCount: fc.integer({ min: 1, max: 4 }),
  })
  .chain(({ likelihoodMax, impactMax, levelCount }) => {
    const top = likelihoodMax * impactMax;
    const nudge = fc.oneof(
      { weight: 6, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: -2, max: 2 }) },
    );
    const cuts = fc.uniqueArray(fc.integer({ min: 2, max: top }), {
      minLength: levelCount - 1,
      maxLength: levelCount - 1,
    });
    const nudges = fc.array(fc.tuple(nudge, nudge), { minLength: levelCount, maxLength: levelCount });
    return fc.tuple(cuts, nudges).map(([at, moves]) => {
      const starts = [1, ...at.toSorted((a, b) => a - b)];
      const scoreBands = moves
        .map(([first, last], index) => ({
          scoreFrom: Math.max(1, (starts[index] ?? top) + first),
          scoreTo: Math.min(top, (starts[index + 1] ?? top + 1) - 1 + last),
        }))
        .filter((band) => scoresOf(likelihoodMax, impactMax).some(covers({ level: '', ...band })))
        .toSorted((a, b) => a.scoreFrom - b.scoreFrom)
        .map((band, index) => ({ level: names[index] ?? '', ...band }));
      return { likelihoodMax, impactMax, scoreBands };
    });
  });

describe('any list of score bands', () => {
  it('passes if, and only if, every cell has exactly one level', () => {
    const seen = { passed: 0, refused: 0 };
    fc.assert(
      fc.property(bandList, ({ likelihoodMax, impactMax, scoreBands }) => {
        const draft: MethodDraft = {
          ...complete,
          likelihoodMax,
          impactMax,
          scoreBands,
          scalePoints: scalePoints(likelihoodMax, impactMax),
          levels: scoreBands.map((band) => level(band.level, band.level === 'LOW')),
        };
        const isEven = scoresOf(likelihoodMax, impactMax).every(
          (score) => scoreBands.filter((band) => covers(band)(score)).length === 1,
        );
        seen[isEven ? 'passed' : 'refused'] += 1;
        expect(methodProblems(draft).length === 0).toBe(isEven);
        if (isEven) expect(cellsOf(draft)).toHaveLength(likelihoodMax * impactMax);
        else expect(() => cellsOf(draft)).toThrow('does not have exactly one level');
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(seen.passed, seen.refused)).toBeGreaterThan(600);
  });
});
