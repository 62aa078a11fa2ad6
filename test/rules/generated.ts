import { thresholds } from '@registry/schema/base/thresholds.logic.ts';
import fc from 'fast-check';

/** A day in the years 2027 to 2029, of which the second is a leap year; ends of months are as likely as all other days together. */
const anchor = fc.oneof(
  fc.nat({ max: 1095 }).map((days) => new Date(Date.UTC(2027, 0, 1 + days))),
  fc.nat({ max: 35 }).map((month) => new Date(Date.UTC(2027, month + 1, 0))),
);

const { dueSoonDays, orderEndsSoonDays } = thresholds;

const away = fc.oneof(
  fc.integer({ min: -2, max: 2 }),
  fc.tuple(fc.constantFrom(dueSoonDays, orderEndsSoonDays), fc.integer({ min: -1, max: 1 })).map(([a, b]) => a + b),
  fc.integer({ min: -420, max: 420 }),
);

/** From one day to another: to the day itself, to the edges of what rules count by, far, or to the first or last day of a month nearby. */
const step: fc.Arbitrary<(day: Date) => Date> = fc.oneof(
  { weight: 3, arbitrary: away.map((days) => (day: Date) => new Date(day.getTime() + days * 86_400_000)) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.integer({ min: -1, max: 2 }), fc.constantFrom(0, 1)).map(
      ([months, date]) =>
        (day: Date) =>
          new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, date)),
    ),
  },
);

export type Days = { readonly day: Date; readonly days: readonly (Date | null)[] };

/** A day and others near it, each null now and then. */
export const daysNear = (count: number): fc.Arbitrary<Days> =>
  fc
    .tuple(anchor, fc.array(fc.option(step, { freq: 4 }), { minLength: count, maxLength: count }))
    .map(([day, steps]) => ({ day, days: steps.map((each) => each?.(day) ?? null) }));

/** A day in the form in which SQL reads it. */
export const iso = (day: Date | null | undefined): string | null => day?.toISOString().slice(0, 10) ?? null;
