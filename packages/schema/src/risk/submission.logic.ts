import { encodeGlobalId } from '../core/global-id.logic.ts';
import { isRiskLevel } from '../method/level.logic.ts';
import { riskChecks } from './submission-checks.logic.ts';
import type { RegisterToSubmit, SubmissionProblem } from './submitted-register.logic.ts';

/** Everything that is missing before a register can be submitted on a day; nothing when it can be. */
export function submissionProblems({ fiscalYear, method, risks }: RegisterToSubmit, day: Date): SubmissionProblem[] {
  if (risks.length === 0) {
    const message = {
      th: 'ทะเบียนยังไม่มีความเสี่ยง กรุณาเพิ่มอย่างน้อยหนึ่งรายการก่อนส่ง',
      en: 'The register has no risk: add at least one before you submit it.',
    };
    return [{ code: 'REGISTER_WITHOUT_RISKS', field: 'risks', nodeId: null, message }];
  }
  return risks.flatMap((risk, index) => {
    const rule = isRiskLevel(risk.level) ? method?.levels.find(({ level }) => level === risk.level) : undefined;
    return riskChecks.flatMap((check) =>
      check({ risk, rule, methodId: method?.id ?? null, fiscalYear, day }).map(({ code, field, message, nodeId }) => ({
        code,
        field: `risks[${index}].${field}`,
        nodeId: nodeId ?? encodeGlobalId('Risk', risk.id),
        message,
      })),
    );
  });
}
