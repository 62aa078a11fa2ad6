import fc from 'fast-check';

/** A day in the years 2027 to 2029, of which the second is a leap year; ends of months are as likely as all other days together. */
const anchor = fc.oneof(
  fc.nat({ max: 1095 }).map((days) => new Date(Date.UTC(2027, 0, 1 + days))),
  fc.nat({ max: 35 }).map((month) => new Date(Date.UTC(2027, month + 1, 0))),
);

/** So many days away: on the day, at the edges of what rules count by, or far. */
const distance = fc.oneof(
  fc.integer({ min: -2, max: 2 }),
  fc.constantFrom(-61, -60, -59, -31, -30, -29, 29, 30, 31, 59, 60, 61),
  fc.integer({ min: -420, max: 420 }),
);

export type Days = { readonly day: Date; readonly days: readonly (Date | null)[] };

/** A day and others near it, each null now and then. */
export const daysNear = (count: number): fc.Arbitrary<Days> =>
  fc
    .tuple(anchor, fc.array(fc.option(distance, { freq: 4 }), { minLength: count, maxLength: count }))
    .map(([day, distances]) => ({
      day,
      days: distances.map((away) => (away === null ? null : new Date(day.getTime() + away * 86_400_000))),
    }));

/** A day in the form in which SQL reads it. */
export const iso = (day: Date | null | undefined): string | null => day?.toISOString().slice(0, 10) ?? null;
