import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SpentPoints, WINDOW_MS } from './spent-points.ts';

describe('the points that a key has spent', () => {
  it('count for a minute from the first of them, and then begin anew', () => {
    const points = new SpentPoints();
    points.spend('one', 5, 1_000);
    points.spend('one', 7, 1_000 + WINDOW_MS - 1);
    expect(points.of('one', 1_000 + WINDOW_MS - 1)).toEqual({ until: 1_000 + WINDOW_MS, spent: 12, unsettled: 12 });
    expect(points.of('one', 1_000 + WINDOW_MS).spent).toBe(0);
    expect(points.unsettled(1_000 + WINDOW_MS)).toEqual([]);
  });

  it('keep what was spent while they were settled, whatever others have spent', () => {
    const amounts = fc.array(fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(amounts, (rounds) => {
        const points = new SpentPoints();
        let everywhere = 0;
        for (const [before, during, others] of rounds) {
          if (before > 0) points.spend('one', before, 0);
          const [told] = points.unsettled(0);
          everywhere += others;
          if (during > 0) points.spend('one', during, 0);
          if (!told) continue;
          everywhere += told.points;
          points.settle({ key: 'one', points: everywhere, millisecondsLeft: 10 }, told.points, 0);
          expect(points.of('one', 0)).toMatchObject({ spent: everywhere + during, unsettled: during });
        }
      }),
    );
  });
});
