/** A grade and what it takes, in hundredths of a point. */
export type GradeBand = {
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  /** From the best, which is 1. */
  readonly rank: number;
  readonly leastTotal: number;
  readonly leastOfEachInstrument: number | null;
};

/** An instrument in a result: its share of the total and its score, in hundredths; null while it is not known. */
export type InstrumentStanding = { readonly code: string; readonly weight: number; readonly score: number | null };

/** By what a result is graded: scores are compared as they are announced, with two decimals. */
export type Standing = { readonly total: number | null; readonly instruments: readonly InstrumentStanding[] };

const byRank = (grades: readonly GradeBand[]): GradeBand[] => [...grades].sort((one, other) => one.rank - other.rank);

/** The best grade whose conditions hold; null where the scores do not tell, as when a grade asks for instruments that are not known. */
export function gradeOf(grades: readonly GradeBand[], { total, instruments }: Standing): GradeBand | null {
  if (total === null) return null;
  for (const grade of byRank(grades)) {
    const { leastTotal, leastOfEachInstrument: least } = grade;
    if (total < leastTotal) continue;
    if (least === null) return grade;
    // What is known and too low decides; what is not known leaves it open.
    if (instruments.some(({ score }) => score !== null && score < least)) continue;
    return instruments.length > 0 && instruments.every(({ score }) => score !== null) ? grade : null;
  }
  return null;
}

export type Shortfall = { readonly code: string; readonly points: number };

/** What is missing to the next better grade, in hundredths. */
export type Gap = {
  readonly grade: GradeBand;
  /** The instruments that stand in the way, the one that lacks most first. */
  readonly blocking: readonly Shortfall[];
  /** How much the total lacks, before and once those instruments are where they must be. */
  readonly totalShortfall: number;
  /** The total once all of it is made up. */
  readonly total: number;
};

/** What a result lacks to the next better grade; null at the best, and where the scores do not tell. */
export function gapOf(grades: readonly GradeBand[], standing: Standing): Gap | null {
  const own = gradeOf(grades, standing);
  const { total, instruments } = standing;
  if (own === null || total === null) return null;
  const next = byRank(grades).findLast(({ rank }) => rank < own.rank);
  if (next === undefined) return null;
  const least = next.leastOfEachInstrument ?? 0;
  const blocking = instruments
    .map(({ code, weight, score }) => ({ code, weight, points: Math.max(least - (score ?? least), 0) }))
    .filter(({ points }) => points > 0)
    .sort((one, other) => other.points - one.points);
  // Weights are hundredths of a percent: a point of an instrument of 30.00 percent is 0.30 of the total.
  const raised = total + Math.round(blocking.reduce((sum, { weight, points }) => sum + weight * points, 0) / 10_000);
  return {
    grade: next,
    blocking: blocking.map(({ code, points }) => ({ code, points })),
    totalShortfall: Math.max(next.leastTotal - total, 0),
    total: Math.max(raised, next.leastTotal),
  };
}

/** The grade that a printed word names, by its code or either name; null where it names none of them. */
export const gradeNamed = (grades: readonly GradeBand[], word: string | null): GradeBand | null =>
  grades.find(({ code, nameTh, nameEn }) => [code, nameTh, nameEn].some((name) => name === word?.trim())) ?? null;
