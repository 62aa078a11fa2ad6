import { type DayRange, fiscalYearDays } from '../../base/fiscal-year.logic.ts';
import { dayIn, type GroupKey, type KeyValue, numberIn, textIn } from './key.ts';
import { type CalendarPeriod, daysOfPeriod, periodLabel } from './period.logic.ts';

const isoDay = (day: Date): string => day.toISOString().slice(0, 10);

/** The rows whose day lies in a period, or those without a day. */
const within = (column: string, days: DayRange | null) => ({
  [column]: days ? { gte: isoDay(days.firstDay), lte: isoDay(days.lastDay) } : { eq: null },
});

function calendarKey(column: string, period: CalendarPeriod, description: string): GroupKey {
  const daysOf = (value: KeyValue): DayRange | null => {
    const firstDay = dayIn({ value, titles: [] });
    return firstDay && daysOfPeriod(period, firstDay);
  };
  return {
    description,
    source: { kind: 'PERIOD', path: [column], period },
    field: (t, name, text) =>
      t.field({ type: 'Date', nullable: true, description: text, resolve: (keys) => dayIn(keys[name]) }),
    label: (keyed) => periodLabel(period, new Date(textIn(keyed) ?? '')),
    where: (value) => within(column, daysOf(value)),
  };
}

/** What a day is about: "กำหนดแล้วเสร็จ", "due date". */
type Subject = { readonly th: string; readonly en: string };

/** The year, quarter and month of a column of days, each by its first day, and the fiscal year: `dueYear`, `dueQuarter`, `dueMonth`, `dueFiscalYear`. */
export function periodKeys(name: string, column: string, { th, en }: Subject): Record<string, GroupKey> {
  return {
    [`${name}Year`]: calendarKey(
      column,
      'YEAR',
      `ปีปฏิทินของ${th} บอกด้วยวันแรก · Calendar year of the ${en}, by its first day.`,
    ),
    [`${name}Quarter`]: calendarKey(
      column,
      'QUARTER',
      `ไตรมาสของ${th} บอกด้วยวันแรก · Quarter of the ${en}, by its first day.`,
    ),
    [`${name}Month`]: calendarKey(column, 'MONTH', `เดือนของ${th} บอกด้วยวันแรก · Month of the ${en}, by its first day.`),
    [`${name}FiscalYear`]: {
      description: `ปีงบประมาณ (พ.ศ.) ของ${th} · Fiscal year (Buddhist era) of the ${en}.`,
      source: { kind: 'PERIOD', path: [column], period: 'FISCAL_YEAR' },
      field: (t, key, text) =>
        t.field({ type: 'FiscalYear', nullable: true, description: text, resolve: (keys) => numberIn(keys[key]) }),
      label: ({ value }) => ({ th: `ปีงบประมาณ ${value}`, en: `Fiscal year ${value}` }),
      where: (value) => within(column, typeof value === 'number' ? fiscalYearDays(value) : null),
    },
  };
}
