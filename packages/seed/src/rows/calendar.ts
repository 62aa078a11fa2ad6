/** A day by its ISO date, as midnight UTC: how the database client carries dates. */
export const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** A day of a fiscal year (Buddhist era), whose month 1 is October of the calendar year before. */
export const dayOfFiscalYear = (fiscalYear: number, month: number, dayOfMonth: number): Date =>
  new Date(Date.UTC(fiscalYear - 544, 8 + month, dayOfMonth));

export const daysAfter = (date: Date, days: number): Date => new Date(date.getTime() + days * 86_400_000);

/** First days of the months from one month to another, both included. */
export function monthsBetween(first: string, last: string): Date[] {
  const months: Date[] = [];
  for (let month = day(`${first}-01`); month <= day(`${last}-01`); month = nextMonth(month)) months.push(month);
  return months;
}

export const nextMonth = (month: Date): Date => new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));

export const monthEn = (month: Date): string => month.toISOString().slice(0, 7);

const thaiDigits = '๐๑๒๓๔๕๖๗๘๙';

export const toThaiDigits = (text: string | number): string =>
  String(text).replace(/\d/g, (digit) => thaiDigits.charAt(Number(digit)));
