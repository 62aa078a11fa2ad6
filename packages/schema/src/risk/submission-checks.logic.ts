import type { FieldProblem } from '../base/message.logic.ts';
import { cleanText } from '../base/text.logic.ts';
import { encodeGlobalId } from '../graphql/global-id.logic.ts';
import { isAbove, needsAnswer } from '../method/level.logic.ts';
import { coversRisk } from './acceptance.logic.ts';
import { comparablePair, latestOf } from './latest-assessment.logic.ts';
import { isSecondRound } from './reporting-round.logic.ts';
import type { LevelRule, MitigationToSubmit, RiskToSubmit, SubmissionProblemCode } from './submitted-register.logic.ts';

export type RiskProblem = FieldProblem & { readonly code: SubmissionProblemCode };

export type CheckedRisk = {
  readonly risk: RiskToSubmit;
  /** What the method of the register says about the current level; undefined for an unassessed risk. */
  readonly rule: LevelRule | undefined;
  readonly methodId: string | null;
  readonly fiscalYear: number;
  readonly day: Date;
};

type RiskCheck = (checked: CheckedRisk) => readonly RiskProblem[];

const unless = (
  isRight: boolean,
  code: SubmissionProblemCode,
  field: string,
  message: FieldProblem['message'],
): RiskProblem[] => (isRight ? [] : [{ code, field, message }]);

const hasEvent: RiskCheck = ({ risk: { code, titleTh } }) =>
  unless(cleanText(titleTh) !== '', 'RISK_WITHOUT_EVENT', 'titleTh', {
    th: `โปรดระบุเหตุการณ์ของความเสี่ยง ${code}`,
    en: `Say what the event of risk ${code} is.`,
  });

const hasUnit: RiskCheck = ({ risk: { code, responsibleUnitId } }) =>
  unless(responsibleUnitId !== null, 'RISK_WITHOUT_UNIT', 'responsibleUnit', {
    th: `โปรดระบุส่วนราชการที่รับผิดชอบของความเสี่ยง ${code}`,
    en: `Name the unit responsible for risk ${code}.`,
  });

const hasCorruptionType: RiskCheck = ({ risk: { code, corruptionTypes } }) =>
  unless(corruptionTypes.length > 0, 'RISK_WITHOUT_CORRUPTION_TYPE', 'corruptionTypes', {
    th: `โปรดระบุประเภทการทุจริตของความเสี่ยง ${code}`,
    en: `Choose at least one type of corruption for risk ${code}.`,
  });

const hasItaArea: RiskCheck = ({ risk: { code, corruptionTypes, itaArea } }) =>
  unless(itaArea !== null || !corruptionTypes.includes('BRIBERY'), 'RISK_WITHOUT_ITA_AREA', 'itaArea', {
    th: `โปรดระบุด้านของความเสี่ยง ${code} ตามแบบประเมินความเสี่ยงการรับสินบน`,
    en: `Name the area of the bribery form to which risk ${code} belongs.`,
  });

const hasCauses: RiskCheck = ({ risk: { code, causes } }) =>
  unless(
    causes.some(({ textTh }) => cleanText(textTh) !== ''),
    'RISK_WITHOUT_CAUSES',
    'causes',
    { th: `โปรดระบุสาเหตุของความเสี่ยง ${code}`, en: `Give at least one cause of risk ${code}.` },
  );

const isAssessed: RiskCheck = ({ risk: { code, level } }) =>
  unless(level !== 'UNASSESSED', 'RISK_UNASSESSED', 'assessments', {
    th: `โปรดประเมินความเสี่ยง ${code}`,
    en: `Assess risk ${code}.`,
  });

/** The risk without its controls: a residual level alone shows neither what they are worth nor how much is at stake. */
const hasInherentAssessment: RiskCheck = ({ risk: { code, level, assessments } }) =>
  unless(
    level === 'UNASSESSED' || latestOf(assessments, 'INHERENT') !== undefined,
    'RISK_WITHOUT_INHERENT_ASSESSMENT',
    'assessments',
    {
      th: `โปรดประเมินความเสี่ยงก่อนการควบคุมของ ${code} ด้วย`,
      en: `Assess risk ${code} before controls (INHERENT), too.`,
    },
  );

/** The level of a risk is read by the rules of the register's method, so it must have been scored under that very version. */
const isAssessedByMethod: RiskCheck = ({ risk: { code, assessments, currentAssessmentId }, methodId }) => {
  const current = assessments.find(({ id }) => id === currentAssessmentId);
  return unless(
    current === undefined || current.methodId === methodId,
    'RISK_ASSESSED_BY_OTHER_METHOD',
    'currentAssessment',
    {
      th: `ความเสี่ยง ${code} ประเมินไว้ตามวิธีอื่น โปรดประเมินใหม่ตามวิธีของทะเบียน`,
      en: `Risk ${code} was assessed by another method: assess it again by the method of the register.`,
    },
  );
};

const residualIsNotHigher: RiskCheck = ({ risk: { code, assessments } }) => {
  const pair = comparablePair(assessments);
  const isHigher =
    pair !== undefined &&
    (pair.residual.score > pair.inherent.score || isAbove(pair.residual.level, pair.inherent.level));
  return unless(!isHigher, 'RESIDUAL_ABOVE_INHERENT', 'assessments', {
    th: `ความเสี่ยงที่เหลืออยู่ของ ${code} สูงกว่าความเสี่ยงก่อนการควบคุม โปรดทบทวนผลการประเมิน`,
    en: `With its controls risk ${code} is higher than without them: review its assessments.`,
  });
};

const isAccepted = ({ risk: { level, acceptances }, day }: CheckedRisk): boolean =>
  level !== 'UNASSESSED' && acceptances.some((acceptance) => coversRisk(acceptance, level, day));

const isBribery = ({ risk: { corruptionTypes } }: CheckedRisk): boolean => corruptionTypes.includes('BRIBERY');

const isAboveAccepted = (checked: CheckedRisk): boolean =>
  checked.rule !== undefined && needsAnswer(checked.rule) && !isAccepted(checked);

/**
 * Bribery is answered at every level and cannot be accepted; other risks need an answer above the level that the method, or a decision,
 * accepts.
 */
const needsMeasure = (checked: CheckedRisk): boolean => isBribery(checked) || isAboveAccepted(checked);

/** Finished work counts, overdue work too; cancelled work does not. Accepting the risk of bribery (TAKE) is no measure against it. */
const measuresOf = (checked: CheckedRisk) =>
  checked.risk.mitigations.filter(
    ({ status, strategy }) => status !== 'CANCELLED' && !(strategy === 'TAKE' && isBribery(checked)),
  );

const isAnswered: RiskCheck = (checked) => {
  const { risk, rule } = checked;
  const isRight = !needsMeasure(checked) || measuresOf(checked).length > 0;
  const message = isBribery(checked)
    ? {
        th: `ความเสี่ยง ${risk.code} เป็นการเรียกรับผลประโยชน์ โปรดเพิ่มมาตรการอย่างน้อยหนึ่งข้อ ไม่ว่าระดับใด การยอมรับความเสี่ยงไม่นับเป็นมาตรการ`,
        en: `Risk ${risk.code} is one of bribery: add at least one mitigation, whatever its level; to take the risk is none.`,
      }
    : {
        th: `ความเสี่ยง ${risk.code} อยู่ในระดับ${rule?.labelTh} โปรดเพิ่มมาตรการหรือให้ผู้มีอำนาจยอมรับความเสี่ยง`,
        en: `Risk ${risk.code} is at level ${rule?.labelEn}: add a mitigation, or have the risk accepted.`,
      };
  return unless(isRight, 'RISK_WITHOUT_MEASURE', 'mitigations', message);
};

const saysWhatWasDone: RiskCheck = (checked) => {
  const measures = measuresOf(checked);
  const isExpected = needsMeasure(checked) && measures.length > 0 && isSecondRound(checked.fiscalYear, checked.day);
  const isDone = measures.some(({ status }) => status === 'IN_PROGRESS' || status === 'DONE');
  return unless(!isExpected || isDone, 'RISK_WITHOUT_ACTIONS_TAKEN', 'mitigations', {
    th: `โปรดรายงานความก้าวหน้าของมาตรการอย่างน้อยหนึ่งข้อของความเสี่ยง ${checked.risk.code} ตั้งแต่รอบที่สองของปีงบประมาณ ทะเบียนต้องบอกสิ่งที่ได้ดำเนินการ`,
    en: `Report progress on at least one mitigation of risk ${checked.risk.code}: from the second round of the fiscal year on, a register says what was done.`,
  });
};

/** Its mitigations of a strategy that were not cancelled, finished ones too, each with its place among all. */
const keptMitigations = ({ mitigations }: RiskToSubmit, wanted: MitigationToSubmit['strategy']) =>
  mitigations
    .map((mitigation, place) => ({ ...mitigation, place }))
    .filter(({ strategy, status }) => strategy === wanted && status !== 'CANCELLED');

const takingIsAccepted: RiskCheck = (checked) => {
  const { risk, rule } = checked;
  if (rule === undefined || rule.isAcceptable || isAccepted(checked)) return [];
  return keptMitigations(risk, 'TAKE').map(({ id, place, sortOrder }) => ({
    code: 'TAKE_WITHOUT_ACCEPTANCE',
    field: `mitigations[${place}].strategy`,
    nodeId: encodeGlobalId('Mitigation', id),
    message: {
      th: `มาตรการที่ ${sortOrder} ของความเสี่ยง ${risk.code} เลือกยอมรับความเสี่ยง แต่ระดับ${rule.labelTh}ยังไม่มีการยอมรับที่มีผล`,
      en: `Mitigation ${sortOrder} of risk ${risk.code} takes the risk, but no acceptance of level ${rule.labelEn} is valid.`,
    },
  }));
};

const treatmentsHaveOwners: RiskCheck = ({ risk }) =>
  keptMitigations(risk, 'TREAT')
    .filter(({ ownerUnitId, ownerPositionId }) => ownerUnitId === null && ownerPositionId === null)
    .map(({ id, place, sortOrder }) => ({
      code: 'MITIGATION_WITHOUT_OWNER',
      field: `mitigations[${place}].ownerUnit`,
      nodeId: encodeGlobalId('Mitigation', id),
      message: {
        th: `โปรดระบุส่วนราชการหรือตำแหน่งเจ้าของมาตรการที่ ${sortOrder} ของความเสี่ยง ${risk.code}`,
        en: `Name the unit or position that owns mitigation ${sortOrder} of risk ${risk.code}.`,
      },
    }));

/** What every risk of a register is held to before the register is submitted, in the order in which people fill in a risk. */
export const riskChecks: readonly RiskCheck[] = [
  hasEvent,
  hasUnit,
  hasCorruptionType,
  hasItaArea,
  hasCauses,
  isAssessed,
  hasInherentAssessment,
  isAssessedByMethod,
  residualIsNotHigher,
  isAnswered,
  saysWhatWasDone,
  takingIsAccepted,
  treatmentsHaveOwners,
];
