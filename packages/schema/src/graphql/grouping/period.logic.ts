import { buddhistYear } from '../../base/buddhist-year.logic.ts';
import { type DayRange, fiscalYearOf, quarterDays, quarterOf } from '../../base/fiscal-year.logic.ts';
import type { Message } from '../../base/message.logic.ts';
import { thaiDate } from '../../base/thai-date.logic.ts';

/** Periods that are told by their first day. Quarters of the calendar and of the fiscal year begin on the same days. */
export type CalendarPeriod = 'YEAR' | 'QUARTER' | 'MONTH';

/** The days of the period that begins with a day. */
export function daysOfPeriod(period: CalendarPeriod, firstDay: Date): DayRange {
  if (period === 'QUARTER') return quarterDays(fiscalYearOf(firstDay), quarterOf(firstDay));
  const [years, months] = period === 'YEAR' ? [1, 0] : [0, 1];
  return {
    firstDay,
    lastDay: new Date(Date.UTC(firstDay.getUTCFullYear() + years, firstDay.getUTCMonth() + months, 0)),
  };
}

const monthEn = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** What people call the period that begins with a day; a quarter is one of its fiscal year. */
export function periodLabel(period: CalendarPeriod, firstDay: Date): Message {
  switch (period) {
    case 'YEAR':
      return { th: `พ.ศ. ${buddhistYear(firstDay)}`, en: `${firstDay.getUTCFullYear()}` };
    case 'MONTH': {
      const [, ...monthAndYear] = thaiDate(firstDay, { digits: 'arabic' }).split(' ');
      return { th: monthAndYear.join(' '), en: monthEn.format(firstDay) };
    }
    case 'QUARTER': {
      const [quarter, year] = [quarterOf(firstDay), fiscalYearOf(firstDay)];
      return { th: `ไตรมาสที่ ${quarter} ปีงบประมาณ ${year}`, en: `Quarter ${quarter} of fiscal year ${year}` };
    }
  }
}
