import type { Term } from './term.logic.ts';

const threeHands = {
  th: 'แบบพิมพ์ราชการให้ลงชื่อสามฝ่าย: ผู้จัดทำ ผู้ตรวจสอบ ผู้อนุมัติ',
  en: 'Forms of the government are signed by three: who prepares, who checks, who approves.',
};

/** What people call those who work with the registry. */
export const roleTerms: readonly Term[] = [
  {
    concept: 'Role.VIEWER',
    word: { th: 'ผู้ดูข้อมูล', en: 'viewer' },
    meaning: { th: 'อ่านข้อมูลของหน่วยงาน', en: 'Reads the records of its agency.' },
    source: { th: 'คำของทะเบียน เอกสารไม่มีบทบาทนี้', en: 'The registry’s own: no document has this role.' },
    discouraged: ['ผู้อ่านข้อมูล'],
  },
  {
    concept: 'Role.EDITOR',
    word: { th: 'ผู้จัดทำข้อมูล', en: 'editor' },
    meaning: { th: 'ผู้ร่างและแก้ไขข้อมูลของหน่วยงาน', en: 'Drafts and edits the records of its agency.' },
    source: threeHands,
    discouraged: ['ผู้จัดทำ', 'ผู้บันทึกข้อมูล', 'ผู้แก้ไขข้อมูล'],
  },
  {
    concept: 'Role.APPROVER',
    word: { th: 'ผู้อนุมัติ', en: 'approver' },
    meaning: {
      th: 'หัวหน้าหน่วยงานหรือรอง ผู้ส่งให้ ศปท.กทม. และเผยแพร่',
      en: 'Head of the agency or deputy: submits and publishes.',
    },
    source: threeHands,
    discouraged: ['ผู้เห็นชอบ'],
  },
  {
    concept: 'Role.CASE_OFFICER',
    word: { th: 'เจ้าหน้าที่เรื่องร้องเรียน', en: 'case officer' },
    meaning: { th: 'ผู้ดูแลเรื่องร้องเรียนของหน่วยงาน', en: 'Handles the complaints and cases of its agency.' },
    source: { th: 'เอกสาร 000 โครงการที่ 14: เรื่องร้องเรียน', en: 'Document 000, project 14: complaints.' },
    discouraged: ['เจ้าหน้าที่รับเรื่องร้องทุกข์'],
  },
  {
    concept: 'Role.AGENCY_ADMIN',
    word: { th: 'ผู้ดูแลระบบของหน่วยงาน', en: 'agency administrator' },
    meaning: {
      th: 'ผู้ดูแลสมาชิกและส่วนราชการภายในของหน่วยงาน',
      en: 'Manages members and units of its agency.',
    },
    source: { th: 'คำทั่วไปของระบบราชการ', en: 'The usual word of government systems.' },
    discouraged: ['ผู้ดูแลหน่วยงาน', 'แอดมิน'],
  },
  {
    concept: 'Role.CENTRE',
    word: { th: 'ศปท.กทม.', en: 'the centre' },
    meaning: {
      th: 'ศูนย์ปฏิบัติการต่อต้านการทุจริตกรุงเทพมหานคร',
      en: 'The anti-corruption centre of the BMA: examines and aggregates what agencies submit.',
    },
    source: { th: 'เอกสาร 000 แนวทางต่อต้านการรับสินบน ข้อ 7', en: 'Document 000, anti-bribery guideline, 7.' },
    discouraged: ['ศปท. กทม', 'ศปท.กรุงเทพ', 'ศูนย์ต่อต้าน', 'ศูนย์กำกับ', 'ศูนย์เอง'],
  },
  {
    concept: 'Role.ANALYST',
    word: { th: 'นักวิเคราะห์', en: 'analyst' },
    meaning: {
      th: 'อ่านข้อมูลที่เห็นชอบแล้วและยอดรวมของทุกหน่วยงาน',
      en: 'Reads approved records and aggregates across agencies.',
    },
    source: { th: 'คำของทะเบียน เอกสารไม่มีบทบาทนี้', en: 'The registry’s own: no document has this role.' },
    discouraged: ['นักวิเคราะห์ข้อมูล'],
  },
  {
    concept: 'Role.AUDITOR',
    word: { th: 'ผู้ตรวจสอบ', en: 'auditor' },
    meaning: { th: 'ผู้อ่านบันทึกการเปลี่ยนแปลงเท่านั้น', en: 'Reads audit logs, no business data.' },
    source: { th: 'เอกสาร 002 มิติที่ 4: การตรวจสอบภายใน', en: 'Document 002, dimension 4: internal audit.' },
    discouraged: ['ผู้ตรวจบันทึก'],
  },
  {
    concept: 'Role.CITY_ADMIN',
    word: { th: 'ผู้ดูแลระบบส่วนกลาง', en: 'city administrator' },
    meaning: { th: 'ผู้ดูแลข้อมูลอ้างอิงและหน่วยงาน', en: 'Keeps reference data and agencies.' },
    source: {
      th: 'คำทั่วไปของระบบราชการ คู่กับผู้ดูแลระบบของหน่วยงาน',
      en: 'The usual word of government systems; its counterpart is the administrator of an agency.',
    },
    discouraged: ['ผู้ดูแลข้อมูลกลาง', 'ผู้ดูแลระบบของเมือง', 'ผู้ดูแลเมือง'],
  },
];
