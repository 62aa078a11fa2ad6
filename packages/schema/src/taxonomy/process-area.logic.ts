/** What each process area is; the enum says it, and sentences say its beginning. */
export const processAreaMeanings = {
  APPROVE_PERMIT: 'การอนุมัติ อนุญาต · Approving and permitting.',
  REGISTRATION: 'งานทะเบียน · Registration.',
  INSPECTION: 'การตรวจ · Inspection.',
  LICENSING: 'การออกใบอนุญาต · Licensing.',
  PROCUREMENT: 'การจัดซื้อจัดจ้าง · Procurement.',
  ALLOWANCE_CLAIM: 'การเบิกจ่ายค่าตอบแทน · Claims of allowances.',
  RECRUITMENT: 'การสรรหาและจ้างบุคคล · Recruitment and hiring.',
  CASH_RECEIPT: 'การรับเงิน · Receiving money.',
  FINES_CUSTODY: 'การเก็บรักษาค่าปรับ · Keeping fines.',
  STATE_PROPERTY: 'ทรัพย์สินของทางราชการ · State property, vehicles included.',
  OTHER: 'อื่น ๆ · Other.',
} as const;
