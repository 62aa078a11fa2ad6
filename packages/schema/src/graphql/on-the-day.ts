import { readingTheRow } from '../execution/field-reader.ts';
import type { Context } from '../tenancy/context.ts';
import { todayFor } from '../tenancy/moment.ts';

/** Resolves what follows from a row and the day by which states are told: today, or that of the moment that is asked about. */
export const onTheDay = <Row, Value>(read: (row: Row, today: Date) => Value) =>
  readingTheRow((row: Row, _args: object, context: Context): Value => read(row, todayFor(context)));
