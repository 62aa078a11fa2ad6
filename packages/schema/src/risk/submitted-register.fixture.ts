import type { AssessmentRecord } from './latest-assessment.logic.ts';
import { submissionProblems } from './submission.logic.ts';
import type { MitigationToSubmit, RegisterToSubmit, RiskToSubmit } from './submitted-register.logic.ts';

export const day = (text: string) => new Date(text);
export const today = day('2026-11-21');

export const rule = { labelTh: 'ระดับ', labelEn: 'Level' };
export const method: NonNullable<RegisterToSubmit['method']> = {
  id: 'method',
  levels: [
    { ...rule, level: 'LOW', isAcceptable: true, needsPlan: false },
    { ...rule, level: 'MEDIUM', isAcceptable: true, needsPlan: false },
    { ...rule, level: 'HIGH', isAcceptable: false, needsPlan: true },
    { ...rule, level: 'EXTREME', isAcceptable: false, needsPlan: true },
  ],
};

export const assessment = (more: Partial<AssessmentRecord>): AssessmentRecord => ({
  id: 'inherent',
  methodId: 'method',
  phase: 'INHERENT',
  score: 20,
  level: 'EXTREME',
  assessedOn: day('2026-10-15'),
  createdAt: day('2026-10-15'),
  ...more,
});
export const inherent = assessment({});
export const residual = assessment({ id: 'residual', phase: 'RESIDUAL', score: 12, level: 'HIGH' });

export const mitigation = (more: Partial<MitigationToSubmit> = {}): MitigationToSubmit => ({
  id: 'mitigation-1',
  sortOrder: 1,
  strategy: 'TREAT',
  status: 'PLANNED',
  ownerUnitId: 'unit',
  ownerPositionId: null,
  ...more,
});

export const acceptance = (
  more: Partial<RiskToSubmit['acceptances'][number]> = {},
): RiskToSubmit['acceptances'][number] => ({
  level: 'HIGH',
  acceptedOn: day('2026-11-01'),
  expiresOn: day('2027-09-30'),
  ...more,
});

/** A risk above tolerance with everything that a submission asks for. */
export const risk = (more: Partial<RiskToSubmit> = {}): RiskToSubmit => ({
  id: 'risk-1',
  code: 'R01',
  titleTh: 'เรียกรับผลประโยชน์ขณะตรวจเอกสาร',
  level: 'HIGH',
  responsibleUnitId: 'unit',
  corruptionTypes: ['BRIBERY'],
  itaArea: 'APPROVAL_PERMIT',
  currentAssessmentId: 'residual',
  causes: [{ textTh: 'ผู้ขออนุญาตพบเจ้าหน้าที่โดยตรง' }],
  assessments: [inherent, residual],
  mitigations: [mitigation()],
  acceptances: [],
  ...more,
});

export const unassessed = { level: 'UNASSESSED', currentAssessmentId: null, assessments: [] } as const;
/** A risk of another kind than bribery, which may be accepted. */
export const otherwise = { corruptionTypes: ['EMBEZZLEMENT'] } as const;
export const take = mitigation({ strategy: 'TAKE' });

export const fiscalYear = 2570;
/** The areas of the form without a risk; all risks here belong to approvals and permits. */
export const others = [{ area: 'DUTY_POWER' }, { area: 'BUDGET_RESOURCES' }, { area: 'PERSONNEL' }] as const;
export const heading = { fiscalYear, areasWithoutRisk: others };
export const register = (more: Partial<RiskToSubmit> = {}): RegisterToSubmit => ({
  ...heading,
  method,
  risks: [risk(more)],
});
export const found = (submitted: RegisterToSubmit) =>
  submissionProblems(submitted, today).map(({ code, field }) => `${code} ${field}`);
