/** Today where the registry keeps its days, as SQL: `current_date` is still yesterday there for seven hours of the day. */
export const today = `(now() AT TIME ZONE 'Asia/Bangkok')::date`;
