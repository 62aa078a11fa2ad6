import { BUDDHIST_ERA_OFFSET } from '../../base/buddhist-year.logic.ts';
import { fiscalYearDays } from '../../base/fiscal-year.logic.ts';
import { withSource } from '../../base/legal-source.logic.ts';
import type { MissingPart } from './missing-part.logic.ts';

export const isYearOver = (fiscalYear: number, today: Date): boolean => fiscalYearDays(fiscalYear).lastDay < today;

/**
 * What is in the way of closing a record before its last fiscal year is over. The city counts on a record until it is closed, so that
 * closing it earlier would take what it says out of the year's figures.
 */
export function problemsOfYear(lastYear: number, field: string, today: Date): MissingPart[] {
  if (isYearOver(lastYear, today)) return [];
  const message = withSource(
    {
      th: `ปิดได้เมื่อสิ้นปีงบประมาณ ${lastYear} แล้ว คือหลังวันที่ 30 กันยายน ${lastYear}`,
      en: `It is closed once fiscal year ${lastYear} has ended, after 30 September ${lastYear - BUDDHIST_ERA_OFFSET}.`,
    },
    'fiscalYear',
  );
  return [{ code: 'FISCAL_YEAR_NOT_OVER', field, nodeId: null, message }];
}
