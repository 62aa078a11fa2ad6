/** What each kind of declaration is about; the enum says it, and sentences say its beginning. */
export const declarationKindMeanings = {
  NO_GIFT_POLICY: 'นโยบายไม่รับของขวัญและของกำนัลทุกชนิด (No Gift Policy) · No Gift Policy.',
  ANTI_BRIBERY_POLICY: 'นโยบายต่อต้านการรับสินบน (Anti-Bribery Policy) · Anti-Bribery Policy.',
  INTEGRITY_POLICY:
    'นโยบายคุณธรรมและความโปร่งใส เจตจำนงการบริหารงานด้วยความสุจริต · Policy on integrity and transparency: the will to administer honestly.',
  INFORMATION_DISCLOSURE: 'มาตรการเผยแพร่ข้อมูลต่อสาธารณะ · Measure on publishing information.',
  STAKEHOLDER_PARTICIPATION: 'มาตรการให้ผู้มีส่วนได้ส่วนเสียมีส่วนร่วม · Measure on participation of stakeholders.',
  PROCUREMENT_TRANSPARENCY: 'มาตรการส่งเสริมความโปร่งใสในการจัดซื้อจัดจ้าง · Measure on transparent procurement.',
  CORRUPTION_COMPLAINTS: 'มาตรการจัดการเรื่องร้องเรียนการทุจริต · Measure on complaints about corruption.',
  BRIBERY_PREVENTION: 'มาตรการป้องกันการรับสินบน · Measure against bribery.',
  CONFLICT_OF_INTEREST:
    'มาตรการป้องกันการขัดกันระหว่างผลประโยชน์ส่วนตนกับผลประโยชน์ส่วนรวม · Measure against conflicts of interest.',
  DISCRETION_CHECK: 'มาตรการตรวจสอบการใช้ดุลพินิจ · Measure that checks the use of discretion.',
  WHISTLEBLOWER_PROTECTION: 'มาตรการป้องกันผู้แจ้งเบาะแสการทุจริตคอร์รัปชัน · Measure that protects whistleblowers.',
} as const;

export type DeclarationKindName = keyof typeof declarationKindMeanings;
