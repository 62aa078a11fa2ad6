import { invalidInput } from '../base/errors.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import type { Check } from '../graphql/inputs/check.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';
import { hasPeriodToReport, periodEndsOn, type YearReportKindName } from './year-report.logic.ts';

/** Notes that a period has not ended: before that there is nothing to report. */
export function checkEnded(check: Check, field: string, kind: YearReportKindName, fiscalYear: number): void {
  const endsOn = periodEndsOn(kind, fiscalYear);
  if (endsOn < todayInBangkok()) return;
  const day = endsOn.toISOString().slice(0, 10);
  check.add(
    field,
    `รอบที่รายงานยังไม่สิ้นสุด (${day})`,
    `The period has not ended: its last day is ${day}.`,
    'PERIOD_NOT_OVER',
  );
}

/** Notes that no period of a plan is left to report on: whichever is asked for would be wrong. */
export function checkPeriodLeft(
  check: Check,
  field: string,
  plan: Parameters<typeof hasPeriodToReport>[0],
  reported: Parameters<typeof hasPeriodToReport>[1],
): void {
  if (!hasPeriodToReport(plan, reported, todayInBangkok()))
    check.add(
      field,
      'ไม่มีรอบของแผนที่ยังต้องรายงาน ทุกรอบที่สิ้นสุดแล้วมีรายงานอยู่แล้ว',
      'No period of the plan is left to report on: each that has ended has its report.',
      'NO_PERIOD_LEFT',
    );
}

/** Notes that there is more to report on than a report holds: nothing is left out without a word. */
export function checkRoom(check: Check, field: string, items: number): void {
  if (items > most.itemsOfReport)
    check.add(
      field,
      `มีรายการที่ต้องรายงานมากกว่า ${most.itemsOfReport} รายการ ซึ่งเป็นจำนวนสูงสุดของรายงานหนึ่งฉบับ`,
      `There is more to report on than the ${most.itemsOfReport} items that a report holds.`,
      'TOO_MANY_ITEMS',
    );
}

type Begun = {
  readonly kind: YearReportKindName;
  readonly fiscalYear: number;
  readonly planId?: string;
  readonly registerId?: string;
};

/** The refusal of a second report on a period. */
export const reportTwice = (field: string) =>
  invalidInput({
    field,
    code: 'REPORT_TWICE',
    message: { th: 'มีรายงานของรอบนี้อยู่แล้ว', en: 'There is a report on this period already.' },
  });

/** A draft for a period that has none: the database settles it when two are drafted side by side. */
export async function beginReport({ db, agencyId, lockShared }: ActTransaction, field: string, begun: Begun) {
  const [created] = await db.yearReport.createManyAndReturn({
    data: [{ ...begun, agencyId }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!created) throw reportTwice(field);
  lockShared('YearReport', created.id);
  return created.id;
}
