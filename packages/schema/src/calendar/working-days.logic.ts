const dayMilliseconds = 86_400_000;

/** Days since 1 January 1970 of a day that is kept as midnight UTC. */
const dayNumber = (day: Date): number => Math.floor(day.getTime() / dayMilliseconds);

/** Monday is 0 and Sunday is 6; 1 January 1970 was a Thursday. */
const weekday = (number: number): number => (((number + 3) % 7) + 7) % 7;

const isWeekday = (number: number): boolean => weekday(number) < 5;

/** The days from Monday to Friday on which government offices are closed, as day numbers. */
export type ClosedDays = ReadonlySet<number>;

/** Holidays as the other functions want them. A holiday on a Saturday or Sunday closes nothing that was open, and is left out. */
export const closedDays = (holidays: Iterable<Date>): ClosedDays =>
  new Set([...holidays].map(dayNumber).filter(isWeekday));

export const isWorkingDay = (day: Date, closed: ClosedDays): boolean =>
  isWeekday(dayNumber(day)) && !closed.has(dayNumber(day));

/**
 * The last day of a period of so many days. The day of the event is not counted (Administrative Procedure Act B.E. 2539, section 64
 * paragraph 1): seven days from the 1st end on the 8th.
 */
export const addCalendarDays = (day: Date, days: number): Date => new Date(day.getTime() + days * dayMilliseconds);

/** The day itself when offices are open, else the first day on which they open again. */
export function workingDayFrom(day: Date, closed: ClosedDays): Date {
  let candidate = day;
  while (!isWorkingDay(candidate, closed)) candidate = addCalendarDays(candidate, 1);
  return candidate;
}

/** The last of so many working days after a day, which itself is not counted, whether or not offices were open on it. */
export function addWorkingDays(day: Date, days: number, closed: ClosedDays): Date {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`working days must be a whole number, not ${days}`);
  let last = day;
  for (let left = days; left > 0; left--) last = workingDayFrom(addCalendarDays(last, 1), closed);
  return last;
}

/**
 * Working days after one day up to and including another: what is left of a period. Negative when the other day lies before the first.
 * It does not walk through the days, so that a client that asks for distant dates costs no more than another.
 */
export const workingDaysBetween = (from: Date, to: Date, closed: ClosedDays): number =>
  workingDaysUpTo(dayNumber(to), closed) - workingDaysUpTo(dayNumber(from), closed);

/** Working days since Monday, 29 December 1969; the start cancels out in a difference. */
function workingDaysUpTo(number: number, closed: ClosedDays): number {
  const weeks = (number + 3 - weekday(number)) / 7;
  let closures = 0;
  for (const closure of closed) if (closure <= number) closures++;
  return weeks * 5 + Math.min(weekday(number) + 1, 5) - closures;
}
