import type { Term } from './term.logic.ts';

const swot = {
  th: 'เอกสาร 000 ข้อ 1: จุดแข็ง (Strength) จุดอ่อน (Weakness) โอกาส (Opportunity) และอุปสรรค (Threat)',
  en: 'Document 000, 1, which prints the four beside the English words.',
};

/** The words of risks and of what is done about them. */
export const riskTerms: readonly Term[] = [
  {
    concept: 'CORRUPTION_RISK',
    word: { th: 'ความเสี่ยงการทุจริต', en: 'corruption risk' },
    meaning: { th: 'เหตุที่อาจเป็นการทุจริตในกระบวนงานของหน่วยงาน', en: 'What may become corruption in a process.' },
    source: { th: 'เอกสาร 000 (10 แห่ง) และ 002 (14 แห่ง)', en: 'Documents 000 (10 times) and 002 (14 times).' },
    discouraged: ['ความเสี่ยงทุจริต', 'ความเสี่ยงด้านการทุจริต', 'ความเสี่ยงต่อการทุจริต'],
  },
  {
    concept: 'RISK_REGISTER',
    word: { th: 'ทะเบียนความเสี่ยง', en: 'risk register' },
    meaning: { th: 'ความเสี่ยงการทุจริตของหน่วยงานในปีงบประมาณหนึ่ง', en: 'The risks of an agency in a fiscal year.' },
    source: {
      th: 'คำทั่วไปของการบริหารความเสี่ยงภาครัฐ (risk register) เอกสารทั้งห้าไม่มีชื่อเรียก',
      en: 'The usual word of risk management in government; the five documents have no name for it.',
    },
    discouraged: ['บัญชีความเสี่ยง', 'สมุดความเสี่ยง'],
  },
  {
    concept: 'AssessmentPhase.INHERENT',
    word: { th: 'ความเสี่ยงก่อนการควบคุม', en: 'inherent risk' },
    meaning: { th: 'ระดับก่อนนับผลของการควบคุมที่มีอยู่', en: 'The level before controls count.' },
    source: {
      th: 'คู่มือบริหารความเสี่ยงภาครัฐ คู่กับความเสี่ยงที่เหลืออยู่',
      en: 'Handbooks of risk management in government; the counterpart of the residual risk.',
    },
    discouraged: ['ก่อนมีการควบคุม', 'ความเสี่ยงตั้งต้น', 'ความเสี่ยงสืบเนื่อง'],
  },
  {
    concept: 'AssessmentPhase.RESIDUAL',
    word: { th: 'ความเสี่ยงที่เหลืออยู่', en: 'residual risk' },
    meaning: { th: 'ระดับเมื่อนับผลของการควบคุมที่มีอยู่แล้ว', en: 'The level with the controls that exist.' },
    source: {
      th: 'คู่มือบริหารความเสี่ยงภาครัฐ เอกสาร 000 ใช้ถ้อยคำว่าความเสี่ยงที่ยังหลงเหลือ',
      en: 'Handbooks of risk management in government; document 000 says it in other words.',
    },
    discouraged: ['หลังมีการควบคุม', 'หลังการควบคุม', 'ความเสี่ยงคงเหลือ', 'ความเสี่ยงที่คงเหลือ'],
  },
  {
    concept: 'MITIGATION',
    word: { th: 'มาตรการจัดการความเสี่ยง', en: 'mitigation' },
    meaning: { th: 'สิ่งที่จะทำเพื่อลดความเสี่ยง', en: 'What will be done about a risk.' },
    source: { th: 'เอกสาร 000 เรื่องความเสี่ยงในการทุจริต', en: 'Document 000, on risks of corruption.' },
    discouraged: ['มาตรการบรรเทา', 'มาตรการแก้ไขความเสี่ยง', 'มาตรการตอบสนองความเสี่ยง'],
  },
  {
    concept: 'LIKELIHOOD',
    word: { th: 'โอกาส', en: 'likelihood' },
    meaning: { th: 'โอกาสที่เหตุการณ์จะเกิด', en: 'How likely the event is.' },
    source: { th: 'เอกสาร 000 เรื่องความเสี่ยงในการทุจริต: ลดและขจัดโอกาส', en: 'Document 000, on risks of corruption.' },
    discouraged: ['ความน่าจะเป็น', 'ความเป็นไปได้'],
  },
  {
    concept: 'CorruptionType.BRIBERY',
    word: { th: 'เรียกรับผลประโยชน์', en: 'bribery' },
    meaning: { th: 'การเรียกหรือรับประโยชน์เพื่อทำหรือไม่ทำหน้าที่', en: 'Asking or taking a benefit for a duty.' },
    source: { th: 'เอกสาร 000 ความเสี่ยงข้อ 2, 4 และ 6', en: 'Document 000, risks 2, 4 and 6.' },
    discouraged: ['เรียกรับประโยชน์'],
  },
  {
    concept: 'CorruptionType.FALSE_CLAIM',
    word: { th: 'เบิกจ่ายเงินอันเป็นเท็จ', en: 'false claim' },
    meaning: { th: 'การเบิกเงินที่ไม่ตรงกับการทำงานจริง', en: 'A claim of money for what was not done.' },
    source: {
      th: 'เอกสาร 000 ความเสี่ยงข้อ 5 (การเบิกจ่าย) และแนวทางต่อต้านการรับสินบน ข้อ 7 (อันเป็นเท็จ)',
      en: 'Document 000, risk 5 and anti-bribery guideline, 7, which print its two halves.',
    },
    discouraged: ['เบิกเท็จ', 'เบิกเงินเท็จ'],
  },
  {
    concept: 'CorruptionType.CONFLICT_OF_INTEREST',
    word: { th: 'ผลประโยชน์ทับซ้อน', en: 'conflict of interest' },
    meaning: { th: 'ประโยชน์ส่วนตนขัดกับประโยชน์ส่วนรวม', en: 'Private and public interest collide.' },
    source: { th: 'เอกสาร 000 (16 แห่ง), 001 และ 002', en: 'Documents 000 (16 times), 001 and 002.' },
    discouraged: ['ประโยชน์ทับซ้อน', 'ขัดกันแห่งผลประโยชน์', 'ผลประโยชน์ขัดกัน'],
  },
  {
    concept: 'DISCRETION',
    word: { th: 'ดุลพินิจ', en: 'discretion' },
    meaning: { th: 'การตัดสินใจที่กฎหมายเปิดช่องให้', en: 'A choice that the law leaves to an official.' },
    source: { th: 'เอกสาร 000 (8 แห่ง) และพจนานุกรม ฉบับราชบัณฑิตยสภา', en: 'Document 000 (8 times); the dictionary.' },
    discouraged: ['ดุลยพินิจ'],
  },
  {
    concept: 'CorruptionType.LATE_REMITTANCE',
    word: { th: 'นำส่งเงินล่าช้า', en: 'late remittance' },
    meaning: { th: 'การนำเงินของทางราชการส่งหลังกำหนด', en: 'Keeping money past the day to hand it over.' },
    source: { th: 'เอกสาร 000 เรื่องความเสี่ยงในการทุจริต: นำส่งฝ่ายการคลัง', en: 'Document 000, on risks of corruption.' },
    discouraged: [],
  },
  {
    concept: 'MitigationStrategy.TRANSFER',
    word: { th: 'ถ่ายโอน', en: 'transfer' },
    meaning: { th: 'ให้ผู้อื่นรับความเสี่ยงแทน', en: 'Another party bears the risk.' },
    source: { th: 'คำทั่วไปของการบริหารความเสี่ยงภาครัฐ (4T)', en: 'The usual word of risk management (4T).' },
    discouraged: [],
  },
  {
    concept: 'SwotQuadrant.THREAT',
    word: { th: 'อุปสรรค', en: 'threat' },
    meaning: { th: 'ปัจจัยภายนอกที่ขัดขวางการป้องกันการทุจริต', en: 'An outside factor that stands in the way.' },
    source: swot,
    discouraged: ['ภัยคุกคาม'],
  },
  {
    concept: 'SwotQuadrant.OPPORTUNITY',
    word: { th: 'โอกาส', en: 'opportunity' },
    meaning: { th: 'ปัจจัยภายนอกที่เอื้อต่อการป้องกันการทุจริต', en: 'An outside factor that helps.' },
    source: swot,
    discouraged: [],
  },
];
