import type { Term } from './term.logic.ts';

/** The words of agencies, of the city and of the registry itself. */
export const cityTerms: readonly Term[] = [
  {
    concept: 'CITY',
    word: { th: 'กรุงเทพมหานคร', en: 'the city' },
    meaning: { th: 'กรุงเทพมหานครในฐานะเจ้าของข้อมูลกลาง', en: 'The Bangkok Metropolitan Administration as a whole.' },
    source: { th: 'เอกสาร 000 และ 001: ของกรุงเทพมหานคร', en: 'Documents 000 and 001.' },
    discouraged: ['ของเมือง', 'ทั้งเมือง', 'เมืองตัวอย่าง'],
  },
  {
    concept: 'PARENT_AGENCY',
    word: { th: 'หน่วยงานต้นสังกัด', en: 'parent agency' },
    meaning: { th: 'หน่วยงานที่หน่วยงานอื่นสังกัดอยู่', en: 'The agency that another one belongs to.' },
    source: {
      th: 'เอกสาร 000 แนวทางต่อต้านการรับสินบน ข้อ 7: ต้นสังกัด',
      en: 'Document 000, anti-bribery guideline, 7.',
    },
    discouraged: ['หน่วยงานแม่', 'หน่วยงานที่ศูนย์สังกัด', 'หน่วยงานเหนือ'],
  },
  {
    concept: 'UNIT',
    word: { th: 'ส่วนราชการภายใน', en: 'unit' },
    meaning: { th: 'ฝ่าย กอง หรือกลุ่มงานภายในหน่วยงาน', en: 'A division, section or group inside an agency.' },
    source: {
      th: 'ประกาศกรุงเทพมหานคร เรื่อง การแบ่งส่วนราชการภายในหน่วยงาน หน่วยงานหมายถึงผู้เป็นเจ้าของข้อมูลเท่านั้น',
      en: 'Announcements of the BMA on its structure. The shorter word is kept for agencies, who own the data.',
    },
    discouraged: [
      'หน่วยในหน่วยงาน',
      'หน่วยรับผิดชอบ',
      'หน่วยที่รับผิดชอบ',
      'หน่วยเจ้าของ',
      'หน่วยย่อย',
      'หน่วยใหม่',
      'หน่วยเหนือ',
      'หน่วยที่สังกัด',
      'เพิ่มหน่วยใน',
      'ลบหน่วย',
      'แก้ไขหน่วยใน',
    ],
  },
  {
    concept: 'AgencyKind.SAMPLE',
    word: { th: 'หน่วยงานตัวอย่าง', en: 'sample agency' },
    meaning: { th: 'หน่วยงานที่แต่งขึ้น ไม่ใช่หน่วยงานจริง', en: 'An invented agency; all its records are synthetic.' },
    source: { th: 'คำของทะเบียน', en: 'The registry’s own.' },
    discouraged: ['หน่วยงานสมมติ', 'หน่วยงานจำลอง'],
  },
  {
    concept: 'REGISTRY_RULE',
    word: { th: 'หลักเกณฑ์ของทะเบียน', en: 'rule of the registry' },
    meaning: { th: 'สิ่งที่ทะเบียนกำหนดเอง ไม่มีกฎหมายหรือเอกสารกำหนด', en: 'What no law and no document sets.' },
    source: { th: 'คำราชการ: หลักเกณฑ์และวิธีการ', en: 'The official word beside “procedures”.' },
    discouraged: ['กฎของทะเบียน', 'กติกาของทะเบียน'],
  },
  {
    concept: 'PLEASE',
    word: { th: 'โปรด', en: 'please' },
    meaning: { th: 'คำขอให้ผู้ใช้ทำสิ่งหนึ่ง', en: 'Asks the reader to do something.' },
    source: {
      th: 'เอกสาร 000 ตารางผู้ตอบแบบสอบถาม (โปรดระบุ) และแบบของงานสารบรรณ (เพื่อโปรดทราบ)',
      en: 'Document 000, table of respondents, and the forms of official correspondence.',
    },
    discouraged: ['กรุณา'],
  },
  {
    concept: 'SIGN_IN',
    word: { th: 'ลงชื่อเข้าใช้', en: 'sign in' },
    meaning: { th: 'แสดงตนต่อระบบก่อนใช้งาน', en: 'Says to the registry who one is.' },
    source: { th: 'คำของทะเบียน', en: 'The registry’s own.' },
    discouraged: ['เข้าสู่ระบบ', 'ล็อกอิน', 'ล็อคอิน'],
  },
  {
    concept: 'DEMO_PERSONA',
    word: { th: 'ผู้ใช้สาธิต', en: 'demo persona' },
    meaning: { th: 'บทบาทหนึ่งในหน่วยงานหนึ่งสำหรับทดลองใช้', en: 'A role in an agency to try the registry with.' },
    source: { th: 'คำของทะเบียน', en: 'The registry’s own.' },
    discouraged: ['ตัวละคร', 'ผู้ใช้สมมติ'],
  },
  {
    concept: 'TOKEN',
    word: { th: 'โทเคน', en: 'token' },
    meaning: { th: 'สิ่งที่ยืนยันการลงชื่อเข้าใช้', en: 'What proves that somebody signed in.' },
    source: { th: 'คำทับศัพท์ที่ใช้ทั่วไป', en: 'The usual transcription.' },
    discouraged: ['โทเค็น', 'บัตรผ่าน'],
  },
  {
    concept: 'PERMISSION',
    word: { th: 'สิทธิ', en: 'permission' },
    meaning: { th: 'สิ่งที่ผู้ใช้ทำได้', en: 'What a user may do.' },
    source: { th: 'พจนานุกรม ฉบับราชบัณฑิตยสภา ให้ใช้ทั้งสองรูป ทะเบียนใช้รูปของกฎหมาย', en: 'Laws write it so.' },
    discouraged: ['สิทธิ์'],
  },
];
