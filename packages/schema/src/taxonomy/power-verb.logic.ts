/** What each power lets its holder do; the enum says it, and sentences say its beginning. */
export const powerVerbMeanings = {
  ORDER: 'สั่ง · Order.',
  PERMIT: 'อนุญาต · Permit.',
  APPROVE: 'อนุมัติ · Approve.',
  SIGN: 'ลงนาม · Sign.',
  INSPECT: 'ตรวจ · Inspect.',
  COLLECT: 'รับเงิน · Collect money.',
  RECORD: 'บันทึกบัญชี · Record.',
} as const;
