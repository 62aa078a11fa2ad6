import type { Term } from './term.logic.ts';

/** The words of what an agency records in the course of its year of integrity. */
export const integrityTerms: readonly Term[] = [
  {
    concept: 'ENTRY',
    word: { th: 'รายการในรอบปี', en: 'entry' },
    meaning: {
      th: 'สิ่งที่หน่วยงานบันทึก ยืนยัน และเผยแพร่เองในรอบปี ไม่ต้องส่งให้เห็นชอบ',
      en: 'What an agency records, confirms and publishes itself in the course of a year; nobody approves it.',
    },
    source: { th: 'คำของทะเบียน', en: 'The registry’s own.' },
    discouraged: ['เอนทรี'],
  },
  {
    concept: 'GIFT_REPORT',
    word: { th: 'รายงานการรับหรือถูกเสนอของขวัญ', en: 'gift report' },
    meaning: {
      th: 'ของขวัญหรือประโยชน์ที่ตำแหน่งหนึ่งรับหรือถูกเสนอ ไม่มีชื่อผู้ให้',
      en: 'A gift or benefit that a position received or was offered; it names no giver.',
    },
    source: {
      th: 'เอกสาร 000 มาตรการลำดับที่ 8: นโยบายไม่รับของขวัญ',
      en: 'Document 000, measure 8: the No Gift Policy.',
    },
    discouraged: ['บันทึกของขวัญ', 'ทะเบียนของขวัญ'],
  },
  {
    concept: 'ACKNOWLEDGEMENT',
    word: { th: 'การรับทราบประกาศ', en: 'acknowledgement' },
    meaning: {
      th: 'จำนวนบุคลากรของส่วนราชการภายในที่รับทราบประกาศแล้ว',
      en: 'How many people of a unit have acknowledged a declaration.',
    },
    source: {
      th: 'คำทั่วไปของหนังสือราชการ: จึงเรียนมาเพื่อทราบ',
      en: 'The usual word of official letters.',
    },
    discouraged: ['การเซ็นรับทราบ', 'การตอบรับประกาศ'],
  },
  {
    concept: 'YEAR_REPORT',
    word: { th: 'รายงานผล', en: 'year report' },
    meaning: {
      th: 'ผลของแผนรอบ 6 หรือ 12 เดือน หรือผลการจัดการความเสี่ยงการรับสินบนของปี',
      en: 'The results of a plan after six or twelve months, or of the bribery risks of a year.',
    },
    source: {
      th: 'ชื่อของเอกสาร 004: รายงานผลการดำเนินการ',
      en: 'The title of document 004.',
    },
    discouraged: ['รายงานสรุปผล', 'รายงานประจำปีของแผน'],
  },
  {
    concept: 'INTERNAL_AUDIT',
    word: { th: 'การตรวจสอบภายใน', en: 'internal audit' },
    meaning: {
      th: 'การตรวจส่วนราชการหรือเรื่องหนึ่งตามแผนของปี โดยหน่วยงานเอง',
      en: 'A look at a unit or a matter by the agency itself, by the plan of a year.',
    },
    source: {
      th: 'เอกสาร 000 และ 002 มิติที่ 4 ภารกิจ 4.1: การจัดวางระบบตรวจสอบภายใน',
      en: 'Documents 000 and 002, dimension 4, mission 4.1.',
    },
    discouraged: ['ออดิตภายใน'],
  },
  {
    concept: 'AUDIT_OBSERVATION',
    word: { th: 'ข้อตรวจพบ', en: 'observation' },
    meaning: {
      th: 'สิ่งที่การตรวจสอบภายในพบ พร้อมข้อเสนอแนะและผู้รับผิดชอบ ต่างจากข้อสังเกตของทะเบียน',
      en: 'What an internal audit observed, with its recommendation and who answers for it; a finding is the registry’s own.',
    },
    source: { th: 'คำของทะเบียน', en: 'The registry’s own.' },
    discouraged: ['ข้อค้นพบของการตรวจ'],
  },
  {
    concept: 'GUIDELINE',
    word: { th: 'แนวทางตามตัวชี้วัด', en: 'guideline' },
    meaning: {
      th: 'สิ่งที่หน่วยงานตั้งใจทำตามตัวชี้วัดหนึ่งของ ITA ในปีหนึ่ง',
      en: 'What an agency set out to do about an indicator of the ITA in a year.',
    },
    source: { th: 'เอกสาร 004 ช่องแนวทาง/มาตรการเพื่อการขับเคลื่อนฯ', en: 'Document 004, which gives a column to them.' },
    discouraged: ['ไกด์ไลน์'],
  },
  {
    concept: 'OIT_ITEM',
    word: { th: 'ข้อ OIT', en: 'item of the OIT' },
    meaning: {
      th: 'ข้อหนึ่งของแบบตรวจการเปิดเผยข้อมูลสาธารณะ ในแต่ละหน่วยงาน',
      en: 'What the OIT looks for in an agency under one code of a year.',
    },
    source: {
      th: 'เอกสาร 000 ผลการประเมิน ข้อ 1.3: แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)',
      en: 'Document 000, results of the assessment, 1.3.',
    },
    discouraged: ['ไอเทม OIT', 'ประเด็น OIT'],
  },
];
