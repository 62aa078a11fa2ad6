import { type Score, scoreOf, sumOf } from './score.logic.ts';

type Counted = { readonly countPrinted: number | null };
type Shared = { readonly percentPrinted: string | null };

/** The sum of the counts; null where one is missing or there is none. */
export const sumOfCounts = (rows: readonly Counted[]): number | null =>
  rows.reduce<number | null>(
    (sum, { countPrinted }) => (sum === null || countPrinted === null ? null : sum + countPrinted),
    rows.length > 0 ? 0 : null,
  );

/** The sum of the percentages as printed; null where one is missing or there is none. */
export function sumOfPercents(rows: readonly Shared[]): Score | null {
  const shares = rows.map(({ percentPrinted }) => scoreOf(percentPrinted));
  const known = shares.filter((share) => share !== null);
  return rows.length > 0 && known.length === rows.length ? sumOf(known) : null;
}

/** A count as a percentage of a whole; null where one of them is missing, or the whole is nothing. */
export const percentOf = (count: number | null, whole: number | null): Score | null =>
  count === null || whole === null || whole === 0
    ? null
    : { numerator: BigInt(count) * 100n, denominator: BigInt(whole) };
