import { describe, expect, it } from '@jest/globals';
import { gapOf, gradeNamed, gradeOf } from './grade.logic.ts';
import { chomThong, from2566, rulesOf2566, standingOf, until2565 } from './result.fixture.ts';
import { agrees, resultOf } from './result.logic.ts';
import { rounded, scoreOf, textOf } from './score.logic.ts';

describe('the result of Chom Thong, FY2566', () => {
  const result = resultOf(rulesOf2566, chomThong);

  it('computes each instrument from its indicators, and the total from them', () => {
    expect(result.instruments.map(({ computed }) => computed && textOf(rounded(computed, 4), 4))).toEqual([
      '94.4980',
      '95.8800',
      '100.0000',
    ]);
    expect(result.totalComputed && textOf(rounded(result.totalComputed))).toBe('97.11');
    expect(result.basis).toBe('INDICATORS');
    expect(result.totalFromWeighted && textOf(rounded(result.totalFromWeighted))).toBe('97.21');
  });

  it('is graded by what is printed, and lacks 0.32 points of the IIT to the best grade', () => {
    expect(result.grade?.nameTh).toBe('ผ่านดี');
    expect(gradeNamed(from2566, 'ผ่านดี')?.code).toBe(result.grade?.code);
    expect(gapOf(from2566, result.standing)).toMatchObject({
      grade: { nameTh: 'ผ่านดีเยี่ยม' },
      blocking: [{ code: 'IIT', points: 32 }],
      totalShortfall: 0,
      total: 9731,
    });
  });
});

describe('a grade', () => {
  it.each([
    [8898, [8244, 9000, 9300], 'ผ่าน'],
    [9115, [9500, 8499, 9400], 'ผ่าน'],
    [9581, [9499, 9600, 9700], 'ผ่านดี'],
    [9500, [9500, 9500, 9500], 'ผ่านดีเยี่ยม'],
    [8499, [9500, 9500, 9500], 'ต้องปรับปรุง'],
    [6999, [9500, 9500, 9500], 'ต้องปรับปรุงโดยด่วน'],
  ])('of total %d with instruments %j is %s', (total, scores, grade) =>
    expect(gradeOf(from2566, standingOf(total, scores))?.nameTh).toBe(grade),
  );

  it('that asks for every instrument is not guessed while one is missing, but what is too low for it is told', () => {
    expect(gradeOf(from2566, standingOf(9600, [9600, 9600, null]))).toBeNull();
    expect(gradeOf(from2566, standingOf(9600, [8000, 9600, null]))?.nameTh).toBe('ผ่าน');
    expect(gradeOf(from2566, standingOf(6000, [null, null, null]))?.nameTh).toBe('ต้องปรับปรุงโดยด่วน');
    expect(gradeOf(from2566, standingOf(null, [9600, 9600, 9600]))).toBeNull();
  });

  it('by letters looks at the total alone', () =>
    expect(gradeOf(until2565, standingOf(9500, [null, null, null]))?.code).toBe('AA'));

  it('at the best has no next one', () => expect(gapOf(from2566, standingOf(9900, [9900, 9900, 9900]))).toBeNull());

  it('below the pass mark lacks points of the total', () =>
    expect(gapOf(from2566, standingOf(8000, [8000, 8000, 8000]))).toMatchObject({
      blocking: [],
      totalShortfall: 500,
      total: 8500,
    }));
});

describe('a score', () => {
  it.each([
    ['94.7', 9470],
    ['100', 10_000],
    ['0', 0],
    ['94.685', 9469],
  ])('%s is %d hundredths', (text, hundredths) => {
    const score = scoreOf(text);
    expect(score && rounded(score)).toBe(hundredths);
  });

  it.each(['', 'ผ่าน', '-1', '1,000', '94.', '๙๔'])('"%s" is none', (text) => expect(scoreOf(text)).toBeNull());

  it('agrees with another at two decimals', () => {
    expect(agrees(scoreOf('100'), scoreOf('100.00'))).toBe(true);
    expect(agrees(scoreOf('94.68'), scoreOf('94.498'))).toBe(false);
    expect(agrees(null, scoreOf('1'))).toBeNull();
  });
});

it('computes from printed instruments where averages are missing, and says so', () => {
  const result = resultOf(rulesOf2566, { ...chomThong, indicators: [] });
  expect([result.basis, result.totalComputed && rounded(result.totalComputed)]).toEqual(['INSTRUMENTS', 9722]);
});
