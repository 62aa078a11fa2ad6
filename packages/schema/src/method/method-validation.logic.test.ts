import { describe, expect, it } from '@jest/globals';
import { cellsOf } from './method-cells.logic.ts';
import { bands, complete, level, levels } from './method-draft.fixture.ts';
import type { LevelDraft, MethodDraft, MethodProblemCode, ScoreBandDraft } from './method-draft.logic.ts';
import { methodProblems } from './method-validation.logic.ts';

const cells = cellsOf(complete).map(({ score: _score, ...cell }) => cell);
const byCells: MethodDraft = { ...complete, scoreBands: null, cells };

const replaced = <Entry>(entries: readonly Entry[], index: number, change: Partial<Entry>): Entry[] =>
  entries.map((entry, at) => (at === index ? { ...entry, ...change } : entry));
const without = <Entry>(entries: readonly Entry[], index: number): Entry[] => entries.filter((_, at) => at !== index);
const withBand = (index: number, change: Partial<ScoreBandDraft>): MethodDraft => ({
  ...complete,
  scoreBands: replaced(bands, index, change),
});
const withLevel = (index: number, change: Partial<LevelDraft>): MethodDraft => ({
  ...complete,
  levels: replaced(levels, index, change),
});
const withPoints = (points: MethodDraft['scalePoints']): MethodDraft => ({ ...complete, scalePoints: points });

const shown = (draft: MethodDraft) => methodProblems(draft).map(({ code, field }) => `${code} ${field}`);

type Flaw = readonly [name: string, draft: MethodDraft, ...problems: `${MethodProblemCode} ${string}`[]];

const points = complete.scalePoints;
const flaws: readonly Flaw[] = [
  ['no version', { ...complete, version: ' ' }, 'TEXT version'],
  ['a version of 41 characters', { ...complete, version: 'v'.repeat(41) }, 'TEXT version'],
  ['a Thai title of 201 characters', { ...complete, titleTh: 'ก'.repeat(201) }, 'TEXT titleTh'],
  ['no English title', { ...complete, titleEn: '' }, 'TEXT titleEn'],
  ['one step of likelihood', { ...complete, likelihoodMax: 1 }, 'SCALE_SIZE likelihoodMax'],
  ['eleven steps of impact', { ...complete, impactMax: 11 }, 'SCALE_SIZE impactMax'],
  ['half a step', { ...complete, impactMax: 2.5 }, 'SCALE_SIZE impactMax'],
  ['a missing step', withPoints(without(points, 5)), 'SCALE_POINT_MISSING scalePoints'],
  [
    'a step described twice, and so another missing',
    withPoints(replaced(points, 1, { value: 1 })),
    'SCALE_POINT_TWICE scalePoints[1].value',
    'SCALE_POINT_MISSING scalePoints',
  ],
  [
    'a step beyond the scale',
    withPoints([...points, ...points.slice(0, 1).map((point) => ({ ...point, value: 4 }))]),
    'SCALE_POINT_OUTSIDE scalePoints[6].value',
  ],
  ['a step without a label', withPoints(replaced(points, 2, { labelTh: '' })), 'TEXT scalePoints[2].labelTh'],
  ['a step without a meaning', withPoints(replaced(points, 2, { meaningTh: '' })), 'TEXT scalePoints[2].meaningTh'],
  [
    'a level of no known name',
    { ...complete, levels: [...levels, level('TERRIBLE', false)] },
    'LEVEL_UNKNOWN levels[3].level',
  ],
  [
    'a level described twice',
    { ...complete, levels: [...levels, level('HIGH', false)] },
    'LEVEL_TWICE levels[3].level',
  ],
  [
    'a level that no cell has',
    { ...complete, levels: [...levels, level('EXTREME', false)] },
    'LEVEL_UNUSED levels[3].level',
  ],
  [
    'a used level without a description',
    { ...complete, levels: without(levels, 1) },
    'LEVEL_NOT_DESCRIBED scoreBands[1].level',
  ],
  [
    'a band of no known level',
    withBand(1, { level: 'SO_SO' }),
    'LEVEL_UNKNOWN scoreBands[1].level',
    'LEVEL_UNUSED levels[1].level',
  ],
  ['a level without a label', withLevel(0, { labelEn: '' }), 'TEXT levels[0].labelEn'],
  ['a colour by name', withLevel(0, { colour: 'green' }), 'COLOUR levels[0].colour'],
  ['a short colour', withLevel(0, { colour: '#0f0' }), 'COLOUR levels[0].colour'],
  [
    'an acceptable level above one that is not',
    withLevel(0, { isAcceptable: false }),
    'ACCEPTABLE_ABOVE_UNACCEPTABLE levels[1].isAcceptable',
  ],
  [
    'an acceptable level that needs a plan',
    withLevel(1, { needsPlan: true }),
    'ACCEPTABLE_NEEDS_PLAN levels[1].needsPlan',
  ],
  ['neither bands nor cells', { ...complete, scoreBands: null }, 'PLACEMENT_CHOICE scoreBands'],
  ['both bands and cells', { ...complete, cells }, 'PLACEMENT_CHOICE scoreBands'],
  ['a gap between bands', withBand(1, { scoreFrom: 4 }), 'GAP scoreBands'],
  ['no level at the lower end', withBand(0, { scoreFrom: 2 }), 'GAP scoreBands'],
  ['no level at the upper end', withBand(2, { scoreTo: 8 }), 'GAP scoreBands'],
  ['two levels for a score', withBand(1, { scoreTo: 6 }), 'OVERLAP scoreBands[2]'],
  ['a band past the highest score', withBand(2, { scoreTo: 10 }), 'BAND_RANGE scoreBands[2]'],
  [
    'a band that ends before it starts',
    withBand(1, { scoreFrom: 4, scoreTo: 3 }),
    'BAND_RANGE scoreBands[1]',
    'GAP scoreBands',
    'GAP scoreBands',
    'LEVEL_UNUSED levels[1].level',
  ],
  [
    'bands whose levels fall as scores rise',
    { ...complete, scoreBands: replaced(replaced(bands, 0, { level: 'MEDIUM' }), 1, { level: 'LOW' }) },
    'NOT_MONOTONE scoreBands[1].level',
  ],
  ['a missing cell', { ...byCells, cells: without(cells, 4) }, 'GAP cells'],
  ['a cell given twice', { ...byCells, cells: [...cells, ...cells.slice(8)] }, 'OVERLAP cells[9]'],
  [
    'a cell outside the matrix',
    { ...byCells, cells: [...cells, { likelihood: 4, impact: 3, level: 'HIGH' }] },
    'CELL_OUTSIDE cells[9]',
  ],
  [
    'a cell of a lower level than a lower one',
    { ...byCells, cells: replaced(cells, 8, { level: 'LOW' }) },
    'NOT_MONOTONE cells[8].level',
  ],
  [
    'a level that falls as impact alone rises',
    { ...byCells, cells: replaced(replaced(cells, 1, { level: 'MEDIUM' }), 2, { level: 'LOW' }) },
    'NOT_MONOTONE cells[2].level',
  ],
  [
    'a level that falls as likelihood alone rises',
    { ...byCells, cells: replaced(replaced(cells, 3, { level: 'MEDIUM' }), 6, { level: 'LOW' }) },
    'NOT_MONOTONE cells[6].level',
  ],
];

describe('a risk method', () => {
  it('that is complete has no problem, by score bands or cell by cell', () => {
    expect(methodProblems(complete)).toEqual([]);
    expect(methodProblems(byCells)).toEqual([]);
    expect(cellsOf(byCells)).toEqual(cellsOf(complete));
  });

  it.each(flaws)('is refused for %s', (_name, draft, ...problems) => {
    expect(shown(draft)).toEqual(problems);
  });

  it('is told all its problems at once', () => {
    const hopeless: MethodDraft = {
      ...complete,
      version: '',
      levels: replaced(levels, 0, { colour: 'red', isAcceptable: false }),
      scalePoints: without(points, 0),
      scoreBands: replaced(bands, 1, { scoreFrom: 4, scoreTo: 6 }),
    };
    expect(shown(hopeless)).toEqual([
      'TEXT version',
      'SCALE_POINT_MISSING scalePoints',
      'COLOUR levels[0].colour',
      'ACCEPTABLE_ABOVE_UNACCEPTABLE levels[1].isAcceptable',
      'GAP scoreBands',
      'OVERLAP scoreBands[2]',
    ]);
  });

  it('is told which scores or cells lack a level, and which have two', () => {
    const messages = (draft: MethodDraft) => methodProblems(draft).map(({ message }) => message.en);
    expect(messages({ ...complete, scoreBands: replaced(bands, 1, { scoreFrom: 7, scoreTo: 9 }) })).toEqual([
      'No level covers score 3.',
      'No level covers score 4.',
      'More than one level covers score 9 (MEDIUM, HIGH): keep one.',
      'A level must not fall as risk rises: this is MEDIUM, although a lower place is HIGH.',
    ]);
    expect(messages({ ...byCells, cells: without(without(cells, 5), 1) })).toEqual([
      'No level covers cell 1 x 2.',
      'No level covers cell 2 x 3.',
    ]);
  });

  it('may rate a rare disaster above a frequent trifle when it goes cell by cell', () => {
    const rated = cells.map((cell) => (cell.impact === 3 ? { ...cell, level: 'HIGH' } : cell));
    expect(methodProblems({ ...byCells, cells: rated })).toEqual([]);
  });

  it('that is not valid has no cells', () => {
    expect(() => cellsOf(withBand(1, { scoreFrom: 4 }))).toThrow(
      'Likelihood 1 x impact 3 does not have exactly one level.',
    );
    expect(() => cellsOf(withBand(1, { scoreTo: 5 }))).not.toThrow();
    expect(() => cellsOf(withBand(1, { scoreTo: 6 }))).toThrow('Likelihood 2 x impact 3');
    expect(() => cellsOf(withBand(1, { level: 'SO_SO' }))).toThrow('Likelihood 1 x impact 3');
  });
});
