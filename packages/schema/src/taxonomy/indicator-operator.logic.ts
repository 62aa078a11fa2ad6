import { namesIn } from '../base/meaning.logic.ts';

export const operatorMeanings = {
  GTE: 'ไม่น้อยกว่า · At least the threshold.',
  LTE: 'ไม่เกิน · At most the threshold.',
  EQ: 'เท่ากับ · Equal to the threshold.',
  INCREASE: 'เพิ่มขึ้น · Grows.',
  DECREASE: 'ลดลง · Falls.',
} as const;

export type IndicatorOperatorName = keyof typeof operatorMeanings;

export const operatorTh = (operator: IndicatorOperatorName): string => namesIn(operatorMeanings[operator]).th;
