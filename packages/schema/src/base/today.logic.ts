const DAY_MS = 86_400_000;
/** Bangkok is seven hours ahead of UTC all year; it has never kept summer time. */
const AHEAD_MS = 7 * 3_600_000;

/** The calendar day in Bangkok, as midnight UTC: the form in which dates are stored. */
export const todayInBangkok = (now: Date = new Date()): Date =>
  new Date(Math.floor((now.getTime() + AHEAD_MS) / DAY_MS) * DAY_MS);
