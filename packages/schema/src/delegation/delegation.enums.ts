import { enumOf } from '../core/enums.ts';

export const PowerVerb = enumOf<'ORDER' | 'PERMIT' | 'APPROVE' | 'SIGN' | 'INSPECT' | 'COLLECT' | 'RECORD'>(
  'PowerVerb',
  'อำนาจที่มอบ · What a power lets its holder do.',
  {
    ORDER: 'สั่ง · Order.',
    PERMIT: 'อนุญาต · Permit.',
    APPROVE: 'อนุมัติ · Approve.',
    SIGN: 'ลงนาม · Sign.',
    INSPECT: 'ตรวจ · Inspect.',
    COLLECT: 'เก็บเงิน · Collect money.',
    RECORD: 'บันทึก · Record.',
  },
);

export const DelegationOrderStatus = enumOf<'DRAFT' | 'ISSUED' | 'IN_FORCE' | 'EXPIRED' | 'REVOKED' | 'SUPERSEDED'>(
  'DelegationOrderStatus',
  'สถานะของคำสั่ง · Status of a delegation order.',
  {
    DRAFT: 'ร่าง เห็นเฉพาะหน่วยงาน · Draft, seen by the agency alone.',
    ISSUED: 'ออกแล้ว ยังไม่ถึงวันมีผล · Issued, not yet in force; computed for today in Bangkok.',
    IN_FORCE: 'มีผลใช้บังคับ · In force today in Bangkok.',
    EXPIRED: 'พ้นกำหนด · Past its last day; computed for today in Bangkok.',
    REVOKED: 'เพิกถอนแล้ว · Revoked.',
    SUPERSEDED: 'ถูกแทนที่แล้ว · Superseded by a later order.',
  },
);

export const DelegationDutyKind = enumOf<'ISSUE_ORDER' | 'CIRCULAR_LETTER' | 'PUBLIC_ANNOUNCEMENT' | 'MONTHLY_REPORT'>(
  'DelegationDutyKind',
  'หน้าที่ตามมาตรการมอบอำนาจ · Duty of a delegation measure.',
  {
    ISSUE_ORDER: 'ออกคำสั่ง · Issue the order.',
    CIRCULAR_LETTER: 'แจ้งเวียน · Send a circular letter.',
    PUBLIC_ANNOUNCEMENT: 'ประกาศประชาสัมพันธ์ · Announce to the public.',
    MONTHLY_REPORT: 'รายงานทุกเดือน · Report every month.',
  },
);

export const ReportState = enumOf<'FILED' | 'FILED_LATE' | 'MISSING' | 'DUE'>(
  'MonthlyReportState',
  'สถานะของรายงานประจำเดือน · State of a monthly report.',
  {
    FILED: 'ส่งแล้ว · Filed in time.',
    FILED_LATE: 'ส่งล่าช้า · Filed after its due date.',
    MISSING: 'ขาดส่ง · Not filed and past its due date, for today in Bangkok.',
    DUE: 'ยังไม่ถึงกำหนด · Not filed yet and not due.',
  },
);
