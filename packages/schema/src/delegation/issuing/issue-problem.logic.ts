import type { FieldProblem } from '../../base/message.logic.ts';

export const issueProblemMeanings = {
  NO_LINES: 'ไม่มีอำนาจที่มอบ · The order gives no power.',
  LINES_DO_NOT_FIT_KIND: 'รายการไม่ตรงกับประเภทคำสั่ง · It has lines that orders of its kind do not have.',
  ASSIGNMENT_PASSED_ON: 'มอบหมายให้ปฏิบัติราชการแต่ให้มอบอำนาจต่อ · What is assigned is not passed on.',
  NOT_SIGNED: 'ไม่มีวันที่ลงนาม · It has no date of signature.',
  SIGNED_IN_FUTURE: 'วันที่ลงนามยังไม่มาถึง · The date of signature is in the future.',
  NO_SIGNER: 'ไม่มีผู้ลงนาม · It names no position that signed.',
  SIGNER_NOT_DELEGATOR:
    'ผู้ลงนามไม่ใช่ผู้มอบอำนาจและไม่ได้แทนผู้มอบอำนาจในวันลงนาม · The signer neither is the delegator nor stands in for it on the day of signature.',
  TWO_DELEGATORS: 'คำสั่งเดียวมีผู้มอบอำนาจมากกว่าหนึ่งตำแหน่ง · Its lines have more than one delegator.',
  NO_NUMBER: 'ไม่มีเลขที่คำสั่ง · It has no number.',
  YEAR_NOT_OF_SIGNATURE: 'ปีไม่ตรงกับวันที่ลงนาม · Its year is not that of the date of signature.',
  NO_FIRST_DAY: 'ไม่มีวันแรกที่มีผล · It has no first day.',
  ENDS_BEFORE_START: 'วันสุดท้ายอยู่ก่อนวันแรก · Its last day is before its first.',
  BACKDATED: 'มีผลก่อนวันที่ลงนาม · It takes effect before it is signed.',
  DELEGATES_TO_ITSELF: 'ผู้มอบอำนาจและผู้รับมอบอำนาจเป็นตำแหน่งเดียวกัน · A position delegates to itself.',
  GOES_IN_CIRCLE: 'อำนาจวนกลับไปยังผู้มอบอำนาจ · The power would go round in a circle.',
  DELEGATOR_LACKS_POWER: 'ผู้มอบอำนาจไม่มีอำนาจนี้ · The delegator does not hold the power.',
  NOT_SUBDELEGABLE: 'ผู้มอบอำนาจได้รับอำนาจโดยห้ามมอบอำนาจต่อ · The delegator may not pass the power on.',
  ABOVE_DELEGATOR: 'วงเงินสูงกว่าของผู้มอบอำนาจ · The ceiling is above that of the delegator.',
  LINES_OVERLAP: 'รายการซ้อนกัน · Lines overlap.',
  TAKES_BACK_OF_OTHERS:
    'เพิกถอนหรือแทนที่สิ่งที่ผู้อื่นมอบ · It takes back what another position delegated, and the head of the agency does not sign.',
  SUPERSEDED_HAS_ENDED: 'คำสั่งที่แทนที่สิ้นผลไปแล้ว · An order that it supersedes has ended already.',
} as const;

export type IssueProblemCode = keyof typeof issueProblemMeanings;

/** Something about a draft that is wrong or worth a look, by the rule that it breaks. */
export type OrderProblem = FieldProblem & { readonly code: IssueProblemCode };
