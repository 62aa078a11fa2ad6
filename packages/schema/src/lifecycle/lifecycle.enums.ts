import { enumOf, storedEnum } from '../graphql/enums.ts';

export const RecordKind = storedEnum(
  'RecordKind',
  'ประเภทระเบียน · Kind of record that is submitted, approved and published.',
  {
    PLAN: 'แผนปฏิบัติการป้องกันการทุจริต · Anti-corruption action plan.',
    SWOT_ANALYSIS: 'การวิเคราะห์ SWOT · SWOT analysis.',
    RISK_REGISTER: 'ทะเบียนความเสี่ยงการทุจริต · Corruption-risk register.',
    YEAR_REPORT: 'รายงานผลของแผนหรือของความเสี่ยงการรับสินบน · Report on the results of a plan, or on bribery risks.',
  },
);

export const LifecycleKind = enumOf<
  'PLAN' | 'SWOT_ANALYSIS' | 'RISK_REGISTER' | 'YEAR_REPORT' | 'PROJECT' | 'DELEGATION_ORDER'
>('LifecycleKind', 'สิ่งที่มีวงจรชีวิต · Kind of thing that has a life cycle.', {
  PLAN: 'แผนปฏิบัติการป้องกันการทุจริต · Anti-corruption action plan.',
  SWOT_ANALYSIS: 'การวิเคราะห์ SWOT · SWOT analysis.',
  RISK_REGISTER: 'ทะเบียนความเสี่ยงการทุจริต · Corruption-risk register.',
  YEAR_REPORT: 'รายงานผลของแผนหรือของความเสี่ยงการรับสินบน · Report on the results of a plan, or on bribery risks.',
  PROJECT: 'โครงการในแผน · Project of a plan.',
  DELEGATION_ORDER: 'คำสั่งมอบอำนาจ · Delegation order.',
});

export const LifecycleAct = storedEnum(
  'LifecycleAct',
  'การกระทำที่เปลี่ยนสถานะ · What moves a record from one status to another.',
  {
    SUBMIT: 'ส่งให้ ศปท.กทม. · Submitted to the centre, by an approver of the agency.',
    RETURN: 'ส่งกลับให้แก้ไข · Returned with comments, by the centre.',
    REVISE: 'นำกลับมาแก้ไข · Taken back to correct it, by an editor.',
    APPROVE: 'เห็นชอบ · Approved, by the centre.',
    PUBLISH: 'เผยแพร่ · Published as an edition, by an approver of the agency.',
    AMEND: 'เปิดแก้ไขเพื่อออกฉบับใหม่ · Reopened for the next edition, by an approver of the agency.',
    CLOSE: 'ปิด · Closed, by an approver of the agency.',
    START: 'เริ่มดำเนินการ · Project started.',
    COMPLETE: 'บันทึกว่าแล้วเสร็จ · Project finished.',
    CANCEL: 'ยกเลิก · Project cancelled.',
    LEAVE_UNFINISHED: 'บันทึกว่าไม่แล้วเสร็จ · Project left unfinished when its years ended, for a stated reason.',
    ISSUE: 'ออกคำสั่ง · Order issued.',
    REVOKE: 'เพิกถอน · Order revoked.',
    SUPERSEDE: 'แทนที่ด้วยคำสั่งใหม่ · Order superseded by another.',
  },
);

export const LifecycleStatus = storedEnum('LifecycleStatus', 'สถานะในวงจรชีวิตทุกประเภท · A status of any life cycle.', {
  DRAFT: 'ร่าง · Draft.',
  SUBMITTED: 'ส่งให้ ศปท.กทม. แล้ว · Submitted.',
  RETURNED: 'ส่งกลับให้แก้ไข · Returned.',
  IMPORTED: 'นำเข้าจากเอกสารที่หน่วยงานเผยแพร่ · Taken from a published document.',
  APPROVED: 'เห็นชอบแล้ว · Approved.',
  PUBLISHED: 'เผยแพร่แล้ว · Published.',
  AMENDING: 'กำลังแก้ไขเพื่อออกฉบับใหม่ · Amended for its next edition.',
  CLOSED: 'ปิดแล้ว · Closed.',
  PLANNED: 'ยังไม่เริ่ม · Planned.',
  IN_PROGRESS: 'กำลังดำเนินการ · In progress.',
  DONE: 'แล้วเสร็จ · Done.',
  CANCELLED: 'ยกเลิก · Cancelled.',
  NOT_DONE: 'ไม่แล้วเสร็จ · Not done when its years ended.',
  ISSUED: 'ออกคำสั่งแล้ว · Issued.',
  REVOKED: 'เพิกถอนแล้ว · Revoked.',
  SUPERSEDED: 'ถูกแทนที่แล้ว · Superseded.',
});
