import type { Check } from '../inputs/check.ts';

/** Reports a record that has no room for another part. */
export function checkMaxCount(check: Check, field: string, { count, max }: { count: number; max: number }): void {
  if (count >= max)
    check.add(
      field,
      `มีได้ไม่เกิน ${max} รายการ ขณะนี้เต็มแล้ว`,
      `There may be at most ${max}, and there are so many already.`,
    );
}
