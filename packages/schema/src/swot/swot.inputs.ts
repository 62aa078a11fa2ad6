/** Descriptions of fields that several inputs have. */
export const fieldTexts = {
  fiscalYear: 'ปีงบประมาณที่ยังไม่มีการวิเคราะห์ · Fiscal year; INVALID_INPUT when the agency has an analysis for it already.',
  quadrant: 'ด้าน · Quadrant.',
  factor:
    'ปัจจัย: 7S ภายใน PESTEL ภายนอก · Factor: 7S for strengths and weaknesses, PESTEL for opportunities and threats.',
  textTh: 'ข้อความภาษาไทย ไม่เกิน 4,000 ตัวอักษร · Text in Thai, at most 4,000 characters.',
  textEn: 'ข้อความภาษาอังกฤษ · Text in English, at most 4,000 characters',
};
