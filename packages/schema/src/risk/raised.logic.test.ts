import { describe, expect, it } from '@jest/globals';
import type { AssessmentRecord } from './latest-assessment.logic.ts';
import { isRaisedSince } from './raised.logic.ts';

const day = (text: string) => new Date(text);
let made = 0;
const assessed = (
  on: string,
  score: number,
  level: AssessmentRecord['level'],
  more: Partial<AssessmentRecord> = {},
) => {
  made += 1;
  return {
    id: `assessment-${made}`,
    methodId: 'method',
    phase: 'RESIDUAL',
    score,
    level,
    assessedOn: day(on),
    createdAt: day(on),
    ...more,
  } as const satisfies AssessmentRecord;
};
const approved = day('2026-12-01');
const low = assessed('2026-11-01', 4, 'LOW');

describe('a risk is raised since its register was approved', () => {
  it.each([
    ['when its level rose', [low, assessed('2027-01-10', 12, 'HIGH')], true],
    [
      'when its score rose within a level',
      [low, assessed('2027-01-10', 5, 'MEDIUM'), assessed('2027-02-10', 6, 'MEDIUM')],
      true,
    ],
    [
      'when that was confirmed since',
      [low, assessed('2027-01-10', 12, 'HIGH'), assessed('2027-02-10', 12, 'HIGH')],
      true,
    ],
    ['when it is assessed for the first time', [assessed('2027-01-10', 4, 'LOW', { phase: 'INHERENT' })], true],
    ['not when it fell', [low, assessed('2027-01-10', 2, 'LOW')], false],
    ['not when it was only confirmed', [low, assessed('2027-01-10', 4, 'LOW')], false],
    ['not when it rose before', [assessed('2026-10-01', 2, 'LOW'), low], false],
    ['not when a target was set', [low, assessed('2027-01-10', 20, 'EXTREME', { phase: 'TARGET' })], false],
    ['not while it is unassessed', [], false],
  ] as const)('%s', (_name, assessments, expected) => {
    expect(isRaisedSince(assessments, approved)).toBe(expected);
  });

  it('always where the centre never approved it', () => {
    expect(isRaisedSince([low], null)).toBe(true);
  });
});
