import { enumOf, storedEnum } from '../graphql/enums.ts';
import type { RefusalReason } from './authority/refusal.logic.ts';
import { type IssueProblemCode as IssueProblemName, issueProblemMeanings } from './issuing/issue-problem.logic.ts';
import type { ShownOrderStatus } from './orders/order-status.logic.ts';
import type { reportState } from './reports/report-state.logic.ts';

export const DelegationOrderKind = storedEnum('DelegationOrderKind', 'ประเภทคำสั่ง · Kind of an order.', {
  DELEGATION: 'มอบอำนาจ · Delegation of authority: its lines pass powers on.',
  ASSIGNMENT: 'มอบหมายให้ปฏิบัติราชการ · Assignment of duties: its lines give powers that are not passed on any further.',
  ACTING_APPOINTMENT:
    'แต่งตั้งผู้รักษาราชการแทน · Appointment of who acts for a position: it has no lines; the appointment is recorded beside it.',
});

export const IssueProblemCode = enumOf<IssueProblemName>(
  'IssueProblemCode',
  'กฎของการออกคำสั่ง · What about a draft order is wrong or worth a look.',
  issueProblemMeanings,
);

export const ActingCapacity = storedEnum(
  'ActingCapacity',
  'ฐานะที่ทำการแทนตำแหน่งอื่น · In which capacity a position stands in for another.',
  {
    ACTING: 'รักษาราชการแทน มีอำนาจหน้าที่เช่นเดียวกับผู้ซึ่งตนแทน · Acting for it, with all its powers.',
    ON_BEHALF:
      'ปฏิบัติราชการแทน มีเฉพาะอำนาจที่คำสั่งมอบให้ · Acting on its behalf: it signs for the position, and holds the powers that orders give it.',
  },
);

export const DelegationOrderStatus = enumOf<ShownOrderStatus>(
  'DelegationOrderStatus',
  'สถานะของคำสั่ง · Status of a delegation order.',
  {
    DRAFT: 'ร่าง (เห็นเฉพาะหน่วยงาน) · Draft, seen by the agency alone.',
    ISSUED: 'ออกคำสั่งแล้ว (ยังไม่ถึงวันมีผล) · Issued, not yet in force; computed for today in Bangkok.',
    IN_FORCE: 'มีผลใช้บังคับ · In force today in Bangkok.',
    EXPIRED: 'พ้นกำหนด · Past its last day; computed for today in Bangkok.',
    REVOKED: 'เพิกถอนแล้ว · Revoked.',
    SUPERSEDED: 'ถูกแทนที่แล้ว · Superseded by a later order.',
  },
);

export const DelegationDutyKind = storedEnum(
  'DelegationDutyKind',
  'หน้าที่ตามมาตรการมอบอำนาจ · Duty of a delegation measure.',
  {
    ISSUE_ORDER: 'ออกคำสั่ง · Issue the order.',
    CIRCULAR_LETTER: 'แจ้งเวียน · Send a circular letter.',
    PUBLIC_ANNOUNCEMENT: 'ประกาศประชาสัมพันธ์ · Announce to the public.',
    MONTHLY_REPORT: 'รายงานทุกเดือน · Report every month.',
  },
);

export const ReportState = enumOf<ReturnType<typeof reportState>>(
  'MonthlyReportState',
  'สถานะของรายงานประจำเดือน · State of a monthly report.',
  {
    FILED: 'ส่งแล้ว · Filed in time.',
    FILED_LATE: 'ส่งล่าช้า · Filed after its due date.',
    MISSING: 'ขาดส่ง · Not filed and past its due date, for today in Bangkok.',
    PROVISIONAL:
      'รายงานเบื้องต้นก่อนสิ้นเดือน ยังต้องส่งรายงาน · Given before the month had ended; the report itself is not filed yet and not due.',
    DUE: 'ยังไม่ถึงกำหนด · Not filed yet and not due.',
  },
);

export const AuthorityRefusal = enumOf<RefusalReason>('AuthorityRefusal', 'เหตุที่ไม่มีอำนาจ · Why a position may not.', {
  NO_LINE: 'ไม่มีกฎหมายหรือคำสั่งใดให้อำนาจนี้ · No law and no order gives it the power.',
  NOT_YET_IN_FORCE: 'ยังไม่มีผลในวันนั้น · The step is not yet in force on that day.',
  EXPIRED: 'พ้นกำหนดแล้ว · The step has expired by that day.',
  REVOKED: 'ถูกเพิกถอนแล้ว · The line or its order has been revoked by that day.',
  SUPERSEDED: 'ถูกแทนที่แล้ว · The order has been superseded by that day.',
  ABOVE_CEILING: 'จำนวนเงินเกินวงเงิน · The amount is above a ceiling of the chain.',
  NOT_SUBDELEGABLE: 'ผู้มอบอำนาจได้รับอำนาจโดยห้ามมอบอำนาจต่อ · Its delegator may not pass the power on.',
  DELEGATOR_LACKS_POWER: 'ผู้มอบอำนาจไม่มีอำนาจนี้ · Its delegator does not hold the power.',
});

export const AuthorityStepKind = enumOf<'STATUTORY' | 'DELEGATED' | 'ACTING'>(
  'AuthorityStepKind',
  'ประเภทของขั้นในสายอำนาจ · Kind of a step in a chain of authority.',
  {
    STATUTORY: 'อำนาจตามกฎหมาย · A power that the position holds by law.',
    DELEGATED: 'อำนาจที่ได้รับมอบ · A line of an order that passes the power on.',
    ACTING:
      'รักษาราชการแทน มีอำนาจหน้าที่เช่นเดียวกับผู้ซึ่งตนแทน · An acting appointment: whoever acts for a position has its powers.',
  },
);
