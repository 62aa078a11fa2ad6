/** What was done with a gift; the enum says it, and sentences say its beginning. */
export const giftOutcomeMeanings = {
  REFUSED: 'ปฏิเสธ ไม่ได้รับไว้ · Refused: it was not received.',
  RETURNED: 'ส่งคืนผู้ให้ · Returned to the giver.',
  HANDED_OVER: 'ส่งมอบให้หน่วยงาน · Handed over to the agency.',
  KEPT: 'รับไว้ตามที่ระเบียบอนุญาต · Kept, as the rules allow.',
} as const;

export const valueBandMeanings = {
  UP_TO_1000: 'ไม่เกิน 1,000 บาท · Up to 1,000 baht.',
  UP_TO_3000: 'เกิน 1,000 ถึง 3,000 บาท · Above 1,000 and up to 3,000 baht.',
  UP_TO_10000: 'เกิน 3,000 ถึง 10,000 บาท · Above 3,000 and up to 10,000 baht.',
  ABOVE_10000: 'เกิน 10,000 บาท · Above 10,000 baht.',
  NOT_VALUED: 'ประเมินมูลค่าไม่ได้ · Its value cannot be told.',
} as const;
