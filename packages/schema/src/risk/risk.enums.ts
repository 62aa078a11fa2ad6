import type { MitigationStatus as StoredStatus } from '@registry/prisma/generated/client/enums.ts';
import { enumOf, storedEnum } from '../graphql/enums.ts';
import { levelMeanings } from '../method/level.logic.ts';
import type { ReviewState } from './review.logic.ts';

export const ItaArea = storedEnum(
  'ItaArea',
  'ด้านตามแบบประเมินความเสี่ยงการรับสินบนของ ศปท.กทม. · Area of the centre’s bribery form.',
  {
    APPROVAL_PERMIT: 'การพิจารณาอนุมัติ อนุญาต · Approvals and permits.',
    DUTY_POWER: 'การใช้อำนาจตามตำแหน่งหน้าที่ · Use of the powers of a position.',
    BUDGET_RESOURCES: 'การใช้จ่ายงบประมาณและการจัดการทรัพยากร · Spending of budgets and management of resources.',
    PERSONNEL: 'การบริหารงานบุคคล · Management of personnel.',
  },
);

export const RiskFactorKind = storedEnum('RiskFactorKind', 'ชนิดของปัจจัยเสี่ยง · Kind of risk factor.', {
  KNOWN: 'เคยเกิดขึ้นแล้ว · Known: it happened before.',
  UNKNOWN: 'คาดการณ์ · Unknown: foreseen.',
});

export const CurrentRiskLevel = storedEnum('CurrentRiskLevel', 'ระดับปัจจุบันของความเสี่ยง · Current level of a risk.', {
  UNASSESSED: 'ยังไม่ประเมิน · Not assessed.',
  ...levelMeanings,
});

export const AssessmentPhase = storedEnum('AssessmentPhase', 'ช่วงของการประเมิน · Phase of an assessment.', {
  INHERENT: 'ความเสี่ยงก่อนการควบคุม · Inherent: before controls.',
  RESIDUAL: 'ความเสี่ยงที่เหลืออยู่ · Residual: with the controls that exist.',
  TARGET: 'เป้าหมาย · Target: does not count as the current level.',
});

export const ControlEffectiveness = storedEnum(
  'ControlEffectiveness',
  'ประสิทธิผลของการควบคุม · How well a control works.',
  {
    GOOD: 'ดี · Good.',
    FAIR: 'พอใช้ · Fair.',
    WEAK: 'อ่อน · Weak.',
  },
);

export const MitigationStrategy = storedEnum('MitigationStrategy', 'กลยุทธ์ 4T · Strategy of a mitigation (4T).', {
  TREAT: 'ลด/ควบคุม · Treat: reduce or control.',
  TRANSFER: 'ถ่ายโอน · Transfer.',
  TAKE: 'ยอมรับ · Take: accept.',
  TERMINATE: 'หลีกเลี่ยง/ยุติ · Terminate: avoid.',
});

export const MitigationStatus = enumOf<StoredStatus | 'OVERDUE'>(
  'MitigationStatus',
  'สถานะของมาตรการ · Status of a mitigation.',
  {
    PLANNED: 'ยังไม่เริ่ม · Planned.',
    IN_PROGRESS: 'กำลังดำเนินการ · In progress.',
    DONE: 'แล้วเสร็จ · Done.',
    OVERDUE: 'เกินกำหนด (คำนวณจากวันที่) · Overdue: not done and past its due date; computed for today in Bangkok.',
    CANCELLED: 'ยกเลิก · Cancelled.',
  },
);

export const RiskReviewState = enumOf<ReviewState>(
  'RiskReviewState',
  'สถานะการทบทวนความเสี่ยง คำนวณจากวันนี้ · State of the review of a risk, computed for today in Bangkok.',
  {
    OVERDUE: 'เกินกำหนดทบทวน · Overdue: the day by which it was to be assessed again has passed.',
    DUE_SOON: 'ใกล้ครบกำหนด ภายใน 30 วัน หรือยังไม่ประเมิน · Due within 30 days; so are unassessed risks.',
    CURRENT: 'ยังไม่ถึงกำหนด · Not due yet.',
    NOT_OWED: 'ไม่มีกำหนดทบทวน เพราะทะเบียนนำเข้าจากเอกสาร · No review is owed: the register was only imported.',
  },
);
