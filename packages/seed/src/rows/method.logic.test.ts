import { describe, expect, it } from '@jest/globals';
import { expandBands, levelOfScore, type ScoreBand } from './method.logic.ts';

const fiveByFive: readonly ScoreBand[] = [
  { level: 'LOW', scoreFrom: 1, scoreTo: 4 },
  { level: 'MEDIUM', scoreFrom: 5, scoreTo: 9 },
  { level: 'HIGH', scoreFrom: 10, scoreTo: 14 },
  { level: 'EXTREME', scoreFrom: 15, scoreTo: 25 },
];

const replaced = (level: ScoreBand['level'], change: Partial<ScoreBand>): ScoreBand[] =>
  fiveByFive.map((band) => (band.level === level ? { ...band, ...change } : band));

describe('the cells of a risk matrix', () => {
  it('gives every cell exactly one level', () => {
    const cells = expandBands(5, 5, fiveByFive);
    expect(cells).toHaveLength(25);
    expect(new Set(cells.map(({ likelihood, impact }) => `${likelihood} ${impact}`)).size).toBe(25);
    const countOf = (level: ScoreBand['level']) => cells.filter((cell) => cell.level === level).length;
    expect([countOf('LOW'), countOf('MEDIUM'), countOf('HIGH'), countOf('EXTREME')]).toEqual([8, 7, 4, 6]);
  });

  it('scores likelihood x impact', () => {
    expect(expandBands(5, 5, fiveByFive)).toContainEqual({ likelihood: 2, impact: 5, score: 10, level: 'HIGH' });
  });

  it('takes scales of different lengths', () => {
    const bands: ScoreBand[] = [
      { level: 'LOW', scoreFrom: 1, scoreTo: 3 },
      { level: 'HIGH', scoreFrom: 4, scoreTo: 6 },
    ];
    expect(expandBands(2, 3, bands).map(({ level }) => level)).toEqual(['LOW', 'LOW', 'LOW', 'LOW', 'HIGH', 'HIGH']);
  });

  it('does not depend on the order in which bands are written', () => {
    expect(expandBands(5, 5, fiveByFive.toReversed())).toEqual(expandBands(5, 5, fiveByFive));
  });

  it('refuses a gap between two bands', () => {
    expect(() => expandBands(5, 5, replaced('HIGH', { scoreFrom: 11 }))).toThrow(
      'gap: no level covers scores 10 to 10',
    );
  });

  it('refuses overlapping bands', () => {
    expect(() => expandBands(5, 5, replaced('MEDIUM', { scoreTo: 10 }))).toThrow('overlap: two levels cover score 10');
  });

  it('refuses scores that nobody covers at either end', () => {
    expect(() => expandBands(5, 5, replaced('LOW', { scoreFrom: 2 }))).toThrow('gap: no level covers scores 1 to 1');
    expect(() => expandBands(5, 5, replaced('EXTREME', { scoreTo: 24 }))).toThrow(
      'gap: no level covers scores 25 to 25',
    );
  });

  it('refuses a band past the highest score, a band that ends before it starts and a level with two bands', () => {
    expect(() => expandBands(5, 5, replaced('EXTREME', { scoreTo: 30 }))).toThrow('the highest score is 25');
    expect(() => expandBands(5, 5, replaced('LOW', { scoreTo: 0 }))).toThrow('band of LOW ends before it starts');
    expect(() => expandBands(5, 5, replaced('HIGH', { level: 'MEDIUM' }))).toThrow('level MEDIUM has two bands');
  });

  it('names the level of a single score', () => {
    expect(levelOfScore(fiveByFive, 9)).toBe('MEDIUM');
    expect(() => levelOfScore(fiveByFive, 26)).toThrow('no level covers score 26');
  });
});
