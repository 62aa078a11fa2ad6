import type { Check } from '../graphql/inputs/check.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';

/** Notes that the rule set of a year has no indicator of a number. */
export async function checkIndicator(db: ScopedDb, check: Check, fiscalYear: number, number: number): Promise<void> {
  const known = await db.itaIndicator.findFirst({
    where: {
      number,
      ruleSet: {
        fiscalYearFrom: { lte: fiscalYear },
        OR: [{ fiscalYearTo: null }, { fiscalYearTo: { gte: fiscalYear } }],
      },
    },
    select: { id: true },
  });
  if (!known)
    check.add(
      'indicatorNumber',
      `ชุดเกณฑ์ของปีงบประมาณ ${fiscalYear} ไม่มีตัวชี้วัดที่ ${number}`,
      `The rule set of fiscal year ${fiscalYear} has no indicator ${number}.`,
    );
}

/** Notes that an indicator would hold too much. */
export function checkRoom(check: Check, number: number, max: number): void {
  if (number > max)
    check.add('indicatorNumber', `ตัวชี้วัดหนึ่งมีได้ไม่เกิน ${max} ข้อ`, `An indicator holds at most ${max} of them.`);
}
