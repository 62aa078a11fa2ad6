import { expect, it } from '@jest/globals';
import { objectivesOf } from './objectives.logic.ts';

it('takes the objectives of a project apart, one a line', () => {
  expect(objectivesOf({ objectivesTh: 'ลดขั้นตอน\nกระจายอำนาจ\n', objectivesEn: 'Fewer steps\nSpread power' })).toEqual([
    { number: 1, textTh: 'ลดขั้นตอน', textEn: 'Fewer steps' },
    { number: 2, textTh: 'กระจายอำนาจ', textEn: 'Spread power' },
  ]);
});

it('gives no English where it is not known which goes with which', () => {
  expect(objectivesOf({ objectivesTh: 'ลดขั้นตอน\nกระจายอำนาจ', objectivesEn: 'Fewer steps' })).toEqual([
    { number: 1, textTh: 'ลดขั้นตอน', textEn: null },
    { number: 2, textTh: 'กระจายอำนาจ', textEn: null },
  ]);
});

it('is empty where none are stated', () => {
  expect(objectivesOf({ objectivesTh: null, objectivesEn: null })).toEqual([]);
});
