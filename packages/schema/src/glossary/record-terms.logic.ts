import type { Term } from './term.logic.ts';

const steps = {
  th: 'เอกสาร 000: คณะรัฐมนตรีเห็นชอบแผน และเผยแพร่ให้สาธารณชนทราบ',
  en: 'Document 000, in which the cabinet approves a plan and plans are published.',
};
const own = { th: 'คำของทะเบียน', en: 'The registry’s own.' };

/** The words of records and of the steps that they go through. */
export const recordTerms: readonly Term[] = [
  {
    concept: 'PLAN',
    word: { th: 'แผนปฏิบัติการป้องกันการทุจริต', en: 'anti-corruption action plan' },
    meaning: { th: 'โครงการ กิจกรรม และมาตรการของหน่วยงานตามมิติ', en: 'Projects of an agency by dimension.' },
    source: { th: 'ชื่อของเอกสาร 000-003', en: 'The titles of documents 000 to 003.' },
    discouraged: ['แผนต่อต้านการทุจริต', 'แผนป้องกันทุจริต'],
  },
  {
    concept: 'DECLARATION',
    word: { th: 'ประกาศนโยบายหรือมาตรการ', en: 'declaration' },
    meaning: {
      th: 'สิ่งที่หัวหน้าหน่วยงานประกาศใช้ในปีหนึ่ง เช่น นโยบายไม่รับของขวัญ',
      en: 'What the head of an agency declares for a year, such as its No Gift Policy.',
    },
    source: {
      th: 'เอกสาร 000 มาตรการลำดับที่ 8 และเอกสาร 004 ตัวชี้วัดที่ 10',
      en: 'Document 000, measure 8, and document 004, indicator 10.',
    },
    discouraged: ['คำประกาศเจตนา'],
  },
  {
    concept: 'DISCARD_DRAFT',
    word: { th: 'ยกเลิกร่าง', en: 'discard a draft' },
    meaning: { th: 'นำร่างที่ไม่เคยส่งออกจากทะเบียน', en: 'Takes away a draft that was never submitted.' },
    source: { th: 'คำของงานสารบรรณ: ร่างหนังสือถูกยกเลิก ไม่ใช่ทิ้ง', en: 'The word of official correspondence.' },
    discouraged: ['ทิ้งร่าง', 'ร่างที่ทิ้ง', 'ทิ้งได้', 'ทิ้งไม่ได้', 'ทิ้งทะเบียน', 'ลบร่าง'],
  },
  {
    concept: 'ACT',
    word: { th: 'การกระทำ', en: 'act' },
    meaning: {
      th: 'สิ่งหนึ่งที่ผู้ใช้ทำกับระเบียน มีชื่อตามที่ใช้ในบันทึกการเปลี่ยนแปลง',
      en: 'One thing that a user does with a record, by the name that it has in the audit trail.',
    },
    source: own,
    discouraged: ['แอ็กชัน', 'คำสั่งแก้ไขข้อมูล'],
  },
  {
    concept: 'VERDICT',
    word: { th: 'ผลการถามล่วงหน้า', en: 'verdict' },
    meaning: {
      th: 'คำตอบว่าผู้ใช้ทำการกระทำหนึ่งได้หรือไม่ และเหตุที่ทำไม่ได้ ก่อนลงมือทำ',
      en: 'The answer, before an act is done, whether the user may do it, and why not.',
    },
    source: own,
    discouraged: ['คำตัดสินล่วงหน้า', 'ผลตรวจสิทธิ์'],
  },
  {
    concept: 'LifecycleAct.SUBMIT',
    word: { th: 'ส่งให้ ศปท.กทม.', en: 'submit' },
    meaning: { th: 'ผู้อนุมัติเสนอให้ ศปท.กทม. พิจารณา', en: 'The agency puts a record before the centre.' },
    source: { th: 'เอกสาร 001 โครงการ 2.2.3 (1) ขั้นตอนที่ 2', en: 'Document 001, project 2.2.3 (1), step 2.' },
    discouraged: ['ยื่นต่อ ศปท', 'นำส่ง ศปท'],
  },
  {
    concept: 'LifecycleAct.RETURN',
    word: { th: 'ส่งกลับให้แก้ไข', en: 'return' },
    meaning: { th: 'ศปท.กทม. ส่งคืนพร้อมความเห็น', en: 'The centre gives a record back with comments.' },
    source: own,
    discouraged: ['ตีกลับ', 'ส่งคืนให้แก้ไข'],
  },
  {
    concept: 'LifecycleAct.APPROVE',
    word: { th: 'เห็นชอบ', en: 'approve' },
    meaning: { th: 'ศปท.กทม. เห็นว่าใช้ได้', en: 'The centre approves a record.' },
    source: steps,
    discouraged: ['อนุมัติแผน', 'อนุมัติทะเบียน'],
  },
  {
    concept: 'LifecycleAct.PUBLISH',
    word: { th: 'เผยแพร่', en: 'publish' },
    meaning: { th: 'ออกเป็นฉบับที่แก้ไขไม่ได้และทุกคนอ่านได้', en: 'Freezes a record as an edition for everybody.' },
    source: steps,
    discouraged: ['ตีพิมพ์เผยแพร่', 'พับลิช'],
  },
  {
    concept: 'LifecycleAct.AMEND',
    word: { th: 'เปิดแก้ไขเพื่อออกฉบับใหม่', en: 'amend' },
    meaning: { th: 'แก้ไขสิ่งที่เห็นชอบหรือเผยแพร่แล้ว โดยยังเห็นได้เท่าเดิม', en: 'Reopens a record for its next edition.' },
    source: own,
    discouraged: ['แก้ไขเพิ่มเติมฉบับ'],
  },
  {
    concept: 'EDITION',
    word: { th: 'ฉบับเผยแพร่', en: 'edition' },
    meaning: { th: 'เนื้อหาที่เผยแพร่แล้วและแก้ไขไม่ได้', en: 'What was published, unchanged for good.' },
    source: own,
    discouraged: ['เวอร์ชันเผยแพร่'],
  },
  {
    concept: 'FINDING',
    word: { th: 'ข้อสังเกต', en: 'finding' },
    meaning: { th: 'สิ่งที่ควรตรวจหรือแก้ในข้อมูล', en: 'What is worth a look or a correction.' },
    source: { th: 'คำของการตรวจสอบภาครัฐ', en: 'The word of auditors in government.' },
    discouraged: ['สิ่งที่ตรวจพบ', 'ข้อค้นพบ'],
  },
  {
    concept: 'CLOSE_FINDING',
    word: { th: 'ยุติข้อสังเกต', en: 'close a finding' },
    meaning: { th: 'ไม่ต้องดำเนินการต่อ พร้อมเหตุผล', en: 'Nothing more is to be done about it; a reason says why.' },
    source: {
      th: 'เอกสาร 000 แนวทางต่อต้านการรับสินบน: ยุติเรื่อง',
      en: 'Document 000, anti-bribery guideline: a matter ends.',
    },
    discouraged: ['ตัดข้อสังเกต', 'ปิดข้อสังเกต', 'ข้อสังเกตที่ปิด', 'ข้อสังเกตนี้ปิด', 'ยกเลิกข้อสังเกต'],
  },
  {
    concept: 'COMMITTEE',
    word: { th: 'คณะกรรมการ', en: 'committee' },
    meaning: {
      th: 'กลุ่มตำแหน่งที่ได้รับแต่งตั้งให้ทำงานร่วมกัน รวมคณะทำงาน',
      en: 'Positions appointed to work together; working groups are among them.',
    },
    source: { th: 'เอกสาร 000 โครงการ 6: คณะทำงาน', en: 'Document 000, project 6.' },
    discouraged: [],
  },
  {
    concept: 'PUBLIC_ITEM',
    word: { th: 'ข้อมูลที่เผยแพร่', en: 'public item' },
    meaning: { th: 'สิ่งที่หน่วยงานเปิดเผยต่อสาธารณะ', en: 'Something that an agency makes public.' },
    source: { th: 'เอกสาร 000 โครงการ 6 ขั้นตอนที่ 2.1', en: 'Document 000, project 6, step 2.1.' },
    discouraged: [],
  },
];
