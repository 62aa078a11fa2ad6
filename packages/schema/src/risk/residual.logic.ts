import type { Message } from '../core/message.logic.ts';
import { isAbove } from '../method/level.logic.ts';
import { type AssessmentRecord, comparablePair } from './latest-assessment.logic.ts';
import type { StoredStatus } from './mitigation.logic.ts';

export type LoweredRisk = {
  readonly code: string;
  readonly assessments: readonly AssessmentRecord[];
  readonly controls: readonly { readonly effectiveness: 'GOOD' | 'FAIR' | 'WEAK' }[];
  readonly mitigations: readonly { readonly status: StoredStatus }[];
};

export type ResidualFinding = {
  readonly code: 'RESIDUAL_LOWERED_WITHOUT_MEASURE';
  readonly severity: 'WARNING';
  readonly message: Message;
};

/**
 * A risk said to be lower with controls than without them, although nothing that could have lowered it is on record: no control that works
 * well or fairly, and no mitigation that is done.
 */
export function residualFinding({ code, assessments, controls, mitigations }: LoweredRisk): ResidualFinding | null {
  const pair = comparablePair(assessments);
  if (pair === undefined) return null;
  const { inherent, residual } = pair;
  if (residual.score >= inherent.score && !isAbove(inherent.level, residual.level)) return null;
  if (controls.some(({ effectiveness }) => effectiveness !== 'WEAK')) return null;
  if (mitigations.some(({ status }) => status === 'DONE')) return null;
  return {
    code: 'RESIDUAL_LOWERED_WITHOUT_MEASURE',
    severity: 'WARNING',
    message: {
      th: `ความเสี่ยง ${code} ลดจากคะแนน ${inherent.score} เหลือ ${residual.score} แต่ไม่มีการควบคุมที่ได้ผลหรือมาตรการที่แล้วเสร็จ`,
      en: `Risk ${code} fell from score ${inherent.score} to ${residual.score} without an effective control or a finished mitigation`,
    },
  };
}
