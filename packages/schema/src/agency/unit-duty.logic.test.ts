import { describe, expect, it } from '@jest/globals';
import { dutyProblem, mayBear, type UnitKindName, unbearable } from './unit-duty.logic.ts';

const kindsThat = (duty: Parameters<typeof mayBear>[1]): UnitKindName[] =>
  (
    [
      'DIVISION',
      'SERVICE_CENTRE',
      'SCHOOL',
      'EXECUTIVE',
      'COUNCIL',
      'COMMITTEE',
      'ALL_UNITS',
      'ADVISER',
      'CITIZENS',
    ] as const
  ).filter((kind) => mayBear(kind, duty));

describe('a unit', () => {
  it('answers for a risk or a mitigation when it is one that works', () => {
    const working = ['DIVISION', 'SERVICE_CENTRE', 'SCHOOL', 'EXECUTIVE', 'COMMITTEE'];
    expect([kindsThat('RISK'), kindsThat('MITIGATION')]).toEqual([working, working]);
  });

  it('answers for a project also as council or as all units together, as plans print it', () => {
    expect(kindsThat('PROJECT')).toEqual([
      'DIVISION',
      'SERVICE_CENTRE',
      'SCHOOL',
      'EXECUTIVE',
      'COUNCIL',
      'COMMITTEE',
      'ALL_UNITS',
    ]);
  });

  it('has positions unless it is a committee, a word for all units, or from outside', () => {
    expect(kindsThat('POSITION')).toEqual(['DIVISION', 'SERVICE_CENTRE', 'SCHOOL', 'EXECUTIVE', 'COUNCIL']);
  });

  it('does not become of a kind that could not bear what it has', () => {
    const held = { RISK: 1, MITIGATION: 0, PROJECT: 2, POSITION: 0 };
    expect(unbearable('ALL_UNITS', held)).toEqual([dutyProblem('ALL_UNITS', 'RISK')]);
    expect(unbearable('CITIZENS', held)).toHaveLength(2);
    expect(unbearable('DIVISION', held)).toEqual([]);
  });
});
