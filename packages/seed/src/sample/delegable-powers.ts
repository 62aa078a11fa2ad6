/** Powers that more than one order passes on. */
export const building = {
  verb: 'PERMIT',
  processArea: 'APPROVE_PERMIT',
  subjectTh: 'การอนุญาตก่อสร้าง ดัดแปลง รื้อถอนอาคาร',
} as const;
export const licence = {
  verb: 'PERMIT',
  processArea: 'LICENSING',
  subjectTh: 'การอนุญาตประกอบกิจการที่เป็นอันตรายต่อสุขภาพและสถานที่จำหน่ายอาหาร',
} as const;
export const inspection = {
  verb: 'INSPECT',
  processArea: 'INSPECTION',
  subjectTh: 'การตรวจอาคารและสถานประกอบการ',
} as const;
export const purchase = { verb: 'APPROVE', processArea: 'PROCUREMENT', subjectTh: 'การอนุมัติซื้อและจ้าง' } as const;
export const collectFees = {
  verb: 'COLLECT',
  processArea: 'CASH_RECEIPT',
  subjectTh: 'การรับชำระภาษีและค่าธรรมเนียม',
} as const;
export const collectFines = {
  verb: 'COLLECT',
  processArea: 'FINES_CUSTODY',
  subjectTh: 'การรับและเก็บรักษาเงินค่าปรับ',
} as const;
