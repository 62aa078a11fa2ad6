/**
 * Scores as exact fractions: the mean of three averages has no end of digits, and is rounded once, where it is shown. Text that is no score is
 * none; the acts refuse it before it is kept.
 */
export type Score = { readonly numerator: bigint; readonly denominator: bigint };

const decimal = /^(\d{1,3})(?:\.(\d{1,6}))?$/;

export function scoreOf(text: string | null | undefined): Score | null {
  const [, whole, part = ''] = decimal.exec(text ?? '') ?? [];
  if (whole === undefined) return null;
  return { numerator: BigInt(whole + part), denominator: 10n ** BigInt(part.length) };
}

export const sumOf = (scores: readonly Score[]): Score =>
  scores.reduce(
    (sum, { numerator, denominator }) => ({
      numerator: sum.numerator * denominator + numerator * sum.denominator,
      denominator: sum.denominator * denominator,
    }),
    { numerator: 0n, denominator: 1n },
  );

/** A share of a score, such as 30 percent: 30 of 100. */
export const shareOf = (score: Score, part: Score, of: bigint): Score => ({
  numerator: score.numerator * part.numerator,
  denominator: score.denominator * part.denominator * of,
});

export const meanOf = (scores: readonly Score[]): Score | null =>
  scores.length > 0 ? shareOf(sumOf(scores), { numerator: 1n, denominator: 1n }, BigInt(scores.length)) : null;

/** Rounded half up to so many decimals, as a whole number of them: 9468 hundredths. */
export function rounded({ numerator, denominator }: Score, places = 2): number {
  const scaled = numerator * 10n ** BigInt(places) * 2n + denominator;
  return Number(scaled / (denominator * 2n));
}

/** Hundredths, or smaller parts, as a text with all of their digits: 94.50. */
export const textOf = (parts: number, places = 2): string => {
  const digits = String(parts).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
};

export const scoreOfHundredths = (hundredths: number): Score => ({ numerator: BigInt(hundredths), denominator: 100n });
