import { describe, expect, it } from '@jest/globals';
import type { AssessmentRecord } from './latest-assessment.logic.ts';
import { type LoweredRisk, residualFinding } from './residual.logic.ts';

const assessment = (
  phase: AssessmentRecord['phase'],
  score: number,
  level: AssessmentRecord['level'],
): AssessmentRecord => ({
  id: phase,
  methodId: 'method',
  phase,
  score,
  level,
  assessedOn: new Date('2026-10-15'),
  createdAt: new Date('2026-10-15'),
});

const inherent = assessment('INHERENT', 20, 'EXTREME');
const lowered = assessment('RESIDUAL', 12, 'HIGH');

const found = (more: Partial<LoweredRisk>) =>
  residualFinding({ code: 'R01', assessments: [inherent, lowered], controls: [], mitigations: [], ...more });

describe('a residual risk below the inherent one', () => {
  it('is a finding when nothing on record can have lowered it', () => {
    expect(found({})).toEqual({
      code: 'RESIDUAL_LOWERED_WITHOUT_MEASURE',
      severity: 'WARNING',
      message: {
        th: 'ความเสี่ยง R01 ลดจากคะแนน 20 เหลือ 12 แต่ไม่มีการควบคุมที่ได้ผลหรือมาตรการที่แล้วเสร็จ',
        en: 'Risk R01 fell from score 20 to 12 without an effective control or a finished mitigation',
      },
    });
  });

  it('is one with weak controls and unfinished or cancelled mitigations only', () => {
    const mitigations = (['PLANNED', 'IN_PROGRESS', 'CANCELLED'] as const).map((status) => ({ status }));
    expect(found({ controls: [{ effectiveness: 'WEAK' }], mitigations })).not.toBeNull();
  });

  it('is one when only the score fell, or only the level', () => {
    expect(found({ assessments: [inherent, assessment('RESIDUAL', 16, 'EXTREME')] })).not.toBeNull();
    expect(found({ assessments: [inherent, assessment('RESIDUAL', 20, 'HIGH')] })).not.toBeNull();
  });

  it.each([
    ['a good control', { controls: [{ effectiveness: 'WEAK' }, { effectiveness: 'GOOD' }] }],
    ['a fair control', { controls: [{ effectiveness: 'FAIR' }] }],
    ['a finished mitigation', { mitigations: [{ status: 'PLANNED' }, { status: 'DONE' }] }],
    ['no fall at all', { assessments: [inherent, { ...inherent, id: 'r', phase: 'RESIDUAL' }] }],
    ['no residual assessment', { assessments: [inherent, assessment('TARGET', 4, 'LOW')] }],
    ['no inherent assessment', { assessments: [lowered] }],
    ['assessments under two methods', { assessments: [inherent, { ...lowered, methodId: 'another' }] }],
  ] as const)('is none with %s', (_name, more) => {
    expect(found(more)).toBeNull();
  });
});
