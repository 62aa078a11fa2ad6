/** Today where the registry keeps its days, as SQL: `current_date` is still yesterday there for seven hours of the day. */
export const today = `(now() AT TIME ZONE 'Asia/Bangkok')::date`;

/** The day so many days from today there, as it is sent. */
export const dayFromToday = (days: number): string =>
  new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
