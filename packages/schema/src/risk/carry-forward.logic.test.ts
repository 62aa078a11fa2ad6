import { describe, expect, it } from '@jest/globals';
import { carriedRisk, type RiskToCarry } from './carried-risk.logic.ts';
import { type ComparedRisk, type ContinuingRisk, yearChanges } from './carry-forward.logic.ts';

const risk = (id: string, more: Partial<ComparedRisk> = {}): ComparedRisk => ({
  id,
  titleTh: 'เรียกรับผลประโยชน์',
  titleEn: 'Bribery',
  processArea: 'LICENSING',
  furtherProcessAreas: ['INSPECTION'],
  itaArea: 'APPROVAL_PERMIT',
  factorKind: 'KNOWN',
  actorTh: 'เจ้าหน้าที่',
  actorEn: null,
  corruptionTypes: ['BRIBERY', 'DISCRETION_ABUSE'],
  responsibleUnitId: 'unit',
  level: 'HIGH',
  likelihood: 3,
  impact: 4,
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

const changes: readonly (readonly [field: string, change: Partial<ComparedRisk>])[] = [
  ['titleTh', { titleTh: 'อื่น' }],
  ['titleEn', { titleEn: null }],
  ['processArea', { processArea: 'INSPECTION' }],
  ['furtherProcessAreas', { furtherProcessAreas: [] }],
  ['factorKind', { factorKind: 'UNKNOWN' }],
  ['actorTh', { actorTh: null }],
  ['actorEn', { actorEn: 'An official' }],
  ['itaArea', { itaArea: 'DUTY_POWER' }],
  ['corruptionTypes', { corruptionTypes: ['BRIBERY'] }],
  ['responsibleUnitId', { responsibleUnitId: null }],
  ['level', { level: 'EXTREME' }],
  ['likelihood', { likelihood: null }],
  ['impact', { impact: 5 }],
  [
    'causes',
    {
      causes: [
        { sortOrder: 1, textTh: 'ก', textEn: 'A' },
        { sortOrder: 2, textTh: 'ข', textEn: null },
      ],
    },
  ],
  ['causes', { causes: [{ sortOrder: 1, textTh: 'ก', textEn: null }] }],
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

  it.each(changes)('a change of %s shows', (field, change) => {
    expect(shown([risk('old')], [next('new', 'old', change)])).toEqual([['CHANGED', 'old', 'new', field]]);
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

const mitigation = (sortOrder: number, status: 'PLANNED' | 'IN_PROGRESS' | 'DONE' | 'CANCELLED') => ({
  sortOrder,
  measureTh: `มาตรการ ${sortOrder}`,
  measureEn: null,
  strategy: 'TREAT' as const,
  ownerUnitId: 'unit',
  ownerPositionId: null,
  dueOn: new Date('2026-09-30'),
  budgetAmount: null,
  projectId: 'project',
  progressPercent: 40,
  status,
});

const old: RiskToCarry = {
  id: 'old',
  code: 'R01',
  titleTh: 'เรียกรับผลประโยชน์',
  titleEn: 'Bribery',
  processArea: 'LICENSING',
  furtherProcessAreas: ['INSPECTION'],
  corruptionTypes: ['BRIBERY'],
  itaArea: 'APPROVAL_PERMIT',
  factorKind: 'KNOWN',
  actorTh: 'เจ้าหน้าที่',
  actorEn: null,
  responsibleUnitId: 'unit',
  unitInferred: true,
  inferred: ['responsibleUnit'],
  noteTh: null,
  causes: [
    { sortOrder: 3, textTh: 'ข', textEn: null },
    { sortOrder: 1, textTh: 'ก', textEn: 'A' },
  ],
  controls: [{ sortOrder: 1, textTh: 'สุ่มตรวจ', textEn: null, effectiveness: 'FAIR' }],
  mitigations: [
    mitigation(4, 'PLANNED'),
    mitigation(2, 'IN_PROGRESS'),
    mitigation(1, 'DONE'),
    mitigation(3, 'CANCELLED'),
  ],
  powers: [{ powerId: 'power' }],
};

describe('a risk that is carried forward', () => {
  it('keeps what it is, its causes and its controls, and points to the one it continues', () => {
    const { id: _id, causes: _causes, mitigations: _mitigations, ...kept } = old;
    expect(carriedRisk(old)).toMatchObject({ ...kept, carriedFromId: 'old' });
    expect(carriedRisk(old).causes).toEqual([
      { sortOrder: 1, textTh: 'ก', textEn: 'A' },
      { sortOrder: 2, textTh: 'ข', textEn: null },
    ]);
  });

  it('keeps its open mitigations as they stand, due when they were due', () => {
    expect(carriedRisk(old).mitigations).toEqual([
      { ...mitigation(2, 'IN_PROGRESS'), sortOrder: 1 },
      { ...mitigation(4, 'PLANNED'), sortOrder: 2 },
    ]);
  });

  it('brings along no assessment, acceptance or anything else of the old row', () => {
    const row = { ...old, level: 'HIGH', score: 12, currentAssessmentId: 'a', origin: 'DOCUMENT', version: 7 };
    expect(carriedRisk(row)).toEqual(carriedRisk(old));
    expect(Object.keys(carriedRisk(row))).not.toContain('id');
  });
});
