import type { FieldProblem } from '../base/message.logic.ts';

/** An amount as the caller keeps exact numbers. */
type Comparable<Money> = { lessThan(other: Money): boolean };
type Spent<Money> = { readonly quarter: number; readonly spentAmount: Money | null };

/**
 * Spending of a fiscal year adds up from quarter to quarter. An amount below an earlier quarter's, or above a later one's, is a mistake
 * unless a reason explains it (money that came back, a correction).
 */
export function spentOrderProblem<Money extends Comparable<Money>>(
  reported: Spent<Money>,
  others: readonly Spent<Money>[],
): FieldProblem | null {
  const { quarter, spentAmount } = reported;
  if (spentAmount === null) return null;
  for (const other of others) {
    if (other.spentAmount === null || other.quarter === quarter) continue;
    const isFalling =
      other.quarter < quarter ? spentAmount.lessThan(other.spentAmount) : other.spentAmount.lessThan(spentAmount);
    if (isFalling) {
      return {
        field: 'spentAmount',
        message: {
          th: `ยอดใช้จ่ายสะสมขัดกับไตรมาส ${other.quarter} (${other.spentAmount} บาท) โปรดแก้ไขหรือระบุเหตุผล`,
          en: `What is spent adds up over the year, and quarter ${other.quarter} says ${other.spentAmount}: correct the amount, or give a reason.`,
        },
      };
    }
  }
  return null;
}
