/** The state of a monthly report on a day. */
export function reportState(
  { dueOn, filedOn, provisionalOn }: { dueOn: Date; filedOn: Date | null; provisionalOn: Date | null },
  day: Date,
) {
  if (filedOn !== null) return filedOn <= dueOn ? 'FILED' : 'FILED_LATE';
  if (day > dueOn) return 'MISSING';
  return provisionalOn === null ? 'DUE' : 'PROVISIONAL';
}
