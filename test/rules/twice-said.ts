import type fc from 'fast-check';

/** A value as SQL reads it and writes it back in JSON. */
export type Value = string | number | boolean | null | readonly (string | number)[];

/** A generated record: what the statement is asked about it, and what TypeScript answers. */
export type Case = { readonly given: Readonly<Record<string, Value>>; readonly answer: Value };

/** A rule that stands in SQL and in TypeScript: an expression over the columns of generated records, and the records with the other answer. */
export type TwiceSaid = { readonly sql: string; readonly columns: string; readonly cases: fc.Arbitrary<Case> };

export const rule = (sql: string, columns: string, cases: fc.Arbitrary<Case>): TwiceSaid => ({ sql, columns, cases });

export const needed = (days: readonly (Date | null)[], place: number, day: Date): Date => days[place] ?? day;
