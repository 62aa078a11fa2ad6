/** The same day of a later month, or its last day when the month is too short: 31 January and a month is 28 or 29 February. */
export function monthsAfter(day: Date, months: number): Date {
  const lastDay = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, Math.min(day.getUTCDate(), lastDay)));
}
