import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gapOf, gradeOf } from './grade.logic.ts';
import { from2566, standingOf, until2565 } from './result.fixture.ts';

const RUNS = 10_000;

/** The rule as it is written, read word by word, in points. */
function plainly(total: number, instruments: readonly number[]): string {
  const every = (least: number): boolean => total >= least && instruments.every((score) => score >= least);
  if (every(95)) return 'ผ่านดีเยี่ยม';
  if (every(85)) return 'ผ่านดี';
  if (total >= 85) return 'ผ่าน';
  return total >= 70 ? 'ต้องปรับปรุง' : 'ต้องปรับปรุงโดยด่วน';
}

function inLetters(total: number): string {
  const letters: readonly [string, number][] = [
    ['AA', 95],
    ['A', 85],
    ['B', 75],
    ['C', 65],
    ['D', 55],
    ['E', 50],
  ];
  return letters.find(([, least]) => total >= least)?.[0] ?? 'F';
}

/** Scores in hundredths, near the edges of grades as often as anywhere. */
const score = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }),
  fc
    .tuple(fc.constantFrom(5000, 5500, 6500, 7000, 7500, 8500, 9500), fc.integer({ min: -2, max: 2 }))
    .map(([a, b]) => a + b),
);
const scores = fc.record({ total: score, instruments: fc.tuple(score, score, score) });

describe('grading', () => {
  it(`gives what the text of the rules says, in ${RUNS} generated sets of scores`, () => {
    fc.assert(
      fc.property(scores, ({ total, instruments }) => {
        const standing = standingOf(total, instruments);
        expect(gradeOf(from2566, standing)?.nameTh).toBe(
          plainly(
            total / 100,
            instruments.map((each) => each / 100),
          ),
        );
        expect(gradeOf(until2565, standing)?.code).toBe(inLetters(total / 100));
      }),
      { numRuns: RUNS },
    );
  });

  it('reaches the next grade by exactly what it says is missing, and not by a hundredth less', () => {
    fc.assert(
      fc.property(scores, ({ total, instruments }) => {
        const standing = standingOf(total, instruments);
        const gap = gapOf(from2566, standing);
        if (!gap) return;
        const raised = (less: number) =>
          instruments.map((each, index) => {
            const blocks = gap.blocking.find(({ code }) => code === standing.instruments[index]?.code);
            return blocks ? each + blocks.points - less : each;
          });
        const reached = gradeOf(from2566, standingOf(Math.max(total + gap.totalShortfall, gap.total), raised(0)));
        expect(reached?.rank).toBeLessThanOrEqual(gap.grade.rank);
        const lessTotal = gap.totalShortfall > 0 ? total + gap.totalShortfall - 1 : total + gap.totalShortfall;
        const isShort = gap.blocking.length > 0 || gap.totalShortfall > 0;
        expect(isShort).toBe(true);
        expect(gradeOf(from2566, standingOf(lessTotal, raised(gap.blocking.length > 0 ? 1 : 0)))?.rank).toBeGreaterThan(
          gap.grade.rank,
        );
      }),
      { numRuns: RUNS },
    );
  });
});
