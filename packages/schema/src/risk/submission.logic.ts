import { type LegalSource, sourced } from '../base/legal-source.logic.ts';
import { encodeGlobalId } from '../graphql/global-id.logic.ts';
import { isRiskLevel } from '../method/level.logic.ts';
import { riskChecks } from './submission-checks.logic.ts';
import type { ItaAreaName, RegisterToSubmit, SubmissionProblem } from './submitted-register.logic.ts';

/** Rules that are not the registry's own alone. */
const sources: Partial<Readonly<Record<SubmissionProblem['code'], LegalSource>>> = {
  AREA_UNANSWERED: 'briberyForm',
  AREA_ANSWERED_TWICE: 'briberyForm',
  RISK_WITHOUT_ITA_AREA: 'briberyForm',
  RISK_ASSESSED_BY_OTHER_METHOD: 'riskMethod',
  TAKE_WITHOUT_ACCEPTANCE: 'riskMethod',
};

/** Everything that is missing before a register can be submitted on a day, with the source of each rule; nothing when it can be. */
export const submissionProblems = (register: RegisterToSubmit, day: Date): SubmissionProblem[] =>
  sourced(found(register, day), sources);

function found(register: RegisterToSubmit, day: Date): SubmissionProblem[] {
  const { fiscalYear, method, risks } = register;
  if (risks.length === 0) {
    const message = {
      th: 'ทะเบียนยังไม่มีความเสี่ยง โปรดเพิ่มอย่างน้อยหนึ่งรายการก่อนส่ง',
      en: 'The register has no risk: add at least one before you submit it.',
    };
    return [{ code: 'REGISTER_WITHOUT_RISKS', field: 'risks', nodeId: null, message }, ...areaProblems(register)];
  }
  const ofRisks = risks.flatMap((risk, index) => {
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
  return [...ofRisks, ...areaProblems(register)];
}

/**
 * What a register has to have when it is published, and may have lost since it was submitted: a risk is assessed upwards, and a measure is
 * cancelled, on any day of the year.
 */
export const neededToPublish: ReadonlySet<SubmissionProblem['code']> = new Set([
  'RISK_UNASSESSED',
  'RISK_WITHOUT_INHERENT_ASSESSMENT',
  'RISK_WITHOUT_MEASURE',
  'RISK_WITHOUT_ACTIONS_TAKEN',
]);

/** The areas of the bribery form, in its order, as it calls them. */
export const areasOfForm: readonly { readonly area: ItaAreaName; readonly th: string; readonly en: string }[] = [
  { area: 'APPROVAL_PERMIT', th: 'การพิจารณาอนุมัติ อนุญาต', en: 'approvals and permits' },
  { area: 'DUTY_POWER', th: 'การใช้อำนาจตามตำแหน่งหน้าที่', en: 'use of the powers of a position' },
  { area: 'BUDGET_RESOURCES', th: 'การใช้จ่ายงบประมาณและการจัดการทรัพยากร', en: 'budgets and resources' },
  { area: 'PERSONNEL', th: 'การบริหารงานบุคคล', en: 'personnel' },
];

/** Each area has a risk, or a reason why there is none; not both. */
function areaProblems({ risks, areasWithoutRisk }: RegisterToSubmit): SubmissionProblem[] {
  return areasOfForm.flatMap(({ area, th, en }): SubmissionProblem[] => {
    const hasRisk = risks.some(({ itaArea }) => itaArea === area);
    const hasReason = areasWithoutRisk.some((each) => each.area === area);
    if (hasRisk !== hasReason) return [];
    const at = { field: 'areasWithoutRisk', nodeId: null };
    return hasRisk
      ? [
          {
            ...at,
            code: 'AREA_ANSWERED_TWICE',
            message: {
              th: `ด้าน${th}มีความเสี่ยงแล้ว โปรดนำเหตุผลที่ไม่มีความเสี่ยงออก`,
              en: `There is a risk of ${en}: take away the reason why there is none.`,
            },
          },
        ]
      : [
          {
            ...at,
            code: 'AREA_UNANSWERED',
            message: {
              th: `ด้าน${th}ยังไม่มีความเสี่ยง โปรดเพิ่ม หรือระบุเหตุผลที่ไม่มี`,
              en: `There is no risk of ${en}: add one, or say why there is none.`,
            },
          },
        ];
  });
}
