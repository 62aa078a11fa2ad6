/** A day on which offices are closed, and whether that is settled. */
export type KnownHoliday = { readonly date: Date; readonly certain: boolean };

/**
 * Whether the calendar knows every day from one to another: each of the years has holidays, which are announced year by year, and none
 * that falls in between still has to be checked.
 */
export function isCalendarCertain(from: Date, to: Date, holidays: readonly KnownHoliday[]): boolean {
  const years = new Set(holidays.map(({ date }) => date.getUTCFullYear()));
  for (let year = from.getUTCFullYear(); year <= to.getUTCFullYear(); year += 1) if (!years.has(year)) return false;
  return holidays.every(({ date, certain }) => certain || date < from || date > to);
}
