import { describe, expect, it } from '@jest/globals';
import { isOpen, renumbered } from './carried-risk.logic.ts';
import { type ComparedRisk, type ContinuingRisk, comparedFields, yearChanges } from './carry-forward.logic.ts';

const risk = (id: string, more: Partial<ComparedRisk> = {}): ComparedRisk => ({
  id,
  corruptionTypes: ['BRIBERY', 'DISCRETION_ABUSE'],
  level: 'HIGH',
  causes: [
    { sortOrder: 1, textTh: 'ก', textEn: null },
    { sortOrder: 2, textTh: 'ข', textEn: null },
  ],
  ...more,
});

const next = (id: string, carriedFromId: string | null, more: Partial<ComparedRisk> = {}): ContinuingRisk => ({
  ...risk(id, more),
  carriedFromId,
});

const shown = (earlier: ComparedRisk[], later: ContinuingRisk[]) =>
  yearChanges(earlier, later).map((change) => [
    change.kind,
    'earlier' in change ? change.earlier.id : null,
    'later' in change ? change.later.id : null,
    ...('changedFields' in change ? change.changedFields : []),
  ]);

const columns = Object.keys(comparedFields).filter((field) => field !== 'causes');
const otherCauses: readonly ComparedRisk['causes'][] = [
  [{ sortOrder: 1, textTh: 'ก', textEn: null }],
  [
    { sortOrder: 1, textTh: 'ก', textEn: 'A' },
    { sortOrder: 2, textTh: 'ข', textEn: null },
  ],
];

describe('from one year to the next', () => {
  it('a risk is unchanged, changed, new or closed', () => {
    expect(
      shown(
        [risk('old-1'), risk('old-2'), risk('old-3')],
        [next('new-1', 'old-1'), next('new-2', 'old-2', { level: 'LOW', likelihood: 1 }), next('new-3', null)],
      ),
    ).toEqual([
      ['UNCHANGED', 'old-1', 'new-1'],
      ['CHANGED', 'old-2', 'new-2', 'level', 'likelihood'],
      ['NEW', null, 'new-3'],
      ['CLOSED', 'old-3', null],
    ]);
  });

  it.each(columns)('a change of %s shows', (field) => {
    for (const other of ['LOW', 5, ['BRIBERY'], null])
      expect(shown([risk('old')], [next('new', 'old', { [field]: other })])).toEqual([
        ['CHANGED', 'old', 'new', field],
      ]);
  });

  it('a change of the causes shows', () => {
    for (const causes of otherCauses)
      expect(shown([risk('old')], [next('new', 'old', { causes })])).toEqual([['CHANGED', 'old', 'new', 'causes']]);
  });

  it('the order of corruption types says nothing, that of causes does', () => {
    const types = { corruptionTypes: ['DISCRETION_ABUSE', 'BRIBERY'] };
    const causesReversed = { causes: risk('old').causes.toReversed() };
    const causesRenumbered = {
      causes: [
        { sortOrder: 1, textTh: 'ข', textEn: null },
        { sortOrder: 2, textTh: 'ก', textEn: null },
      ],
    };
    expect(shown([risk('old')], [next('new', 'old', { ...types, ...causesReversed })])).toEqual([
      ['UNCHANGED', 'old', 'new'],
    ]);
    expect(shown([risk('old')], [next('new', 'old', causesRenumbered)])).toEqual([['CHANGED', 'old', 'new', 'causes']]);
  });

  it('one risk may be continued by several, and a link to a register not compared makes a new one', () => {
    expect(shown([risk('old')], [next('a', 'old'), next('b', 'old'), next('c', 'elsewhere')])).toEqual([
      ['UNCHANGED', 'old', 'a'],
      ['UNCHANGED', 'old', 'b'],
      ['NEW', null, 'c'],
    ]);
  });

  it('without risks on either side there is nothing to tell', () => {
    expect(shown([], [])).toEqual([]);
  });
});

describe('the parts of a risk that is carried forward', () => {
  it('are numbered anew in their order', () => {
    const parts = [
      { sortOrder: 7, textTh: 'ข' },
      { sortOrder: 2, textTh: 'ก' },
    ];
    expect(renumbered(parts)).toEqual([
      { sortOrder: 1, textTh: 'ก' },
      { sortOrder: 2, textTh: 'ข' },
    ]);
  });

  it('are of the mitigations those that are still open', () => {
    const statuses = ['PLANNED', 'IN_PROGRESS', 'DONE', 'CANCELLED'] as const;
    expect(statuses.filter((status) => isOpen({ status }))).toEqual(['PLANNED', 'IN_PROGRESS']);
  });
});
