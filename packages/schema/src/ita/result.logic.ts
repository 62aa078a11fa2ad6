import { type GradeBand, gradeOf, type InstrumentStanding, type Standing } from './grade.logic.ts';
import { meanOf, rounded, type Score, scoreOf, shareOf, sumOf } from './score.logic.ts';

/** The rules of a year as far as they decide a result; weights in hundredths of a percent. */
export type ResultRules = {
  readonly instruments: readonly {
    readonly code: string;
    readonly weight: number;
    readonly indicators: readonly number[];
  }[];
  readonly grades: readonly GradeBand[];
};

/** What an agency recorded of a result: figures as they are printed. */
export type PrintedResult = {
  readonly totalPrinted: string | null;
  readonly instruments: readonly {
    readonly code: string;
    readonly scorePrinted: string | null;
    readonly weightedPrinted: string | null;
  }[];
  readonly indicators: readonly { readonly number: number; readonly averagePrinted: string }[];
};

/** From what a total is computed: averages of all indicators, or scores of instruments as printed where averages are missing. */
export type TotalBasis = 'INDICATORS' | 'INSTRUMENTS';

export type InstrumentResult = InstrumentStanding & {
  readonly printed: Score | null;
  readonly weightedPrinted: Score | null;
  /** The mean of its indicators; null until all of them are known. */
  readonly computed: Score | null;
};

export type Result = {
  readonly instruments: readonly InstrumentResult[];
  readonly totalComputed: Score | null;
  readonly basis: TotalBasis | null;
  /** The sum of the weighted scores as printed. */
  readonly totalFromWeighted: Score | null;
  readonly standing: Standing;
  readonly grade: GradeBand | null;
};

const HUNDRED_PERCENT = 10_000n;

/** A score's share of the total. */
export const weighted = (score: Score, weight: number): Score =>
  shareOf(score, { numerator: BigInt(weight), denominator: 1n }, HUNDRED_PERCENT);

const known = <Value>(values: readonly (Value | null)[]): Value[] | null =>
  values.length > 0 && values.every((value) => value !== null) ? values.filter((value) => value !== null) : null;

function totalOf(
  instruments: readonly InstrumentResult[],
  scoreIn: (each: InstrumentResult) => Score | null,
): Score | null {
  const parts = known(
    instruments.map((each) => {
      const score = scoreIn(each);
      return score && weighted(score, each.weight);
    }),
  );
  return parts && sumOf(parts);
}

/** Everything that follows from what is printed of a result. */
export function resultOf(rules: ResultRules, printed: PrintedResult): Result {
  const averages = new Map(printed.indicators.map(({ number, averagePrinted }) => [number, scoreOf(averagePrinted)]));
  const instruments = rules.instruments.map(({ code, weight, indicators }) => {
    const given = printed.instruments.find((each) => each.code === code);
    const parts = known(indicators.map((number) => averages.get(number) ?? null));
    const computed = parts && meanOf(parts);
    const ownPrinted = scoreOf(given?.scorePrinted);
    const score = ownPrinted ?? computed;
    return {
      code,
      weight,
      printed: ownPrinted,
      weightedPrinted: scoreOf(given?.weightedPrinted),
      computed,
      score: score && rounded(score),
    };
  });
  const fromIndicators = totalOf(instruments, ({ computed }) => computed);
  // Graded by what was announced: each instrument as printed, else as it computes.
  const announced = totalOf(instruments, ({ printed, computed }) => printed ?? computed);
  const weightedPrinted = known(instruments.map((each) => each.weightedPrinted));
  const total = scoreOf(printed.totalPrinted) ?? announced;
  const standing = { total: total && rounded(total), instruments };
  return {
    instruments,
    totalComputed: fromIndicators ?? announced,
    basis: fromIndicators ? 'INDICATORS' : announced && 'INSTRUMENTS',
    totalFromWeighted: weightedPrinted && sumOf(weightedPrinted),
    standing,
    grade: gradeOf(rules.grades, standing),
  };
}

/** Whether a figure agrees with what it computes to, at the digits with which it is printed; null where one of them is missing. */
export const agrees = (printed: Score | null, computed: Score | null): boolean | null =>
  printed && computed && rounded(printed) === rounded(computed);
