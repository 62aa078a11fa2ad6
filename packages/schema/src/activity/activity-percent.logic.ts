import type { ActivityKindName } from './activity-kind.logic.ts';

/** An exact number, as a count or as its text. */
type Exact = number | { toString(): string } | null | undefined;

const DECIMALS = 4;

/** A number with at most four decimals in units of the last of them. */
function scaled(value: number | { toString(): string }): bigint {
  const [whole = '0', decimals = ''] = String(value).split('.');
  return BigInt(whole + decimals.padEnd(DECIMALS, '0').slice(0, DECIMALS));
}

/** A share in percent with two decimals, halves up; null where a part of it is unknown, or there is nothing to be a share of. SQL: `app.percent_of`. */
export function percentOf(part: Exact, whole: Exact): string | null {
  if (part === null || part === undefined || whole === null || whole === undefined) return null;
  const [above, below] = [scaled(part), scaled(whole)];
  if (below === 0n) return null;
  const hundredths = (above * 20_000n + below) / (2n * below);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}

export type ActivityCounts = {
  readonly kind: ActivityKindName;
  readonly invitedCount: number | null;
  readonly attendedCount: number | null;
  readonly passedCount: number | null;
  readonly respondentCount: number | null;
  readonly averageScore: Exact;
  readonly scoreMax: Exact;
};

export type ActivityPercentName = 'PASSED_OF_ATTENDED' | 'ATTENDED_OF_INVITED' | 'ANSWERED_OF_INVITED' | 'SCORE_OF_MAX';

type Percent = { readonly of: ActivityPercentName; readonly value: string };

/** Every percentage that the counts of an activity give, the one by which it is judged first. SQL: `app.activity_percent`. */
export function percentsOf(counts: ActivityCounts): Percent[] {
  const { kind, invitedCount, attendedCount, passedCount, respondentCount, averageScore, scoreMax } = counts;
  const score = ['SCORE_OF_MAX', percentOf(averageScore, scoreMax)] as const;
  const inOrder: readonly (readonly [ActivityPercentName, string | null])[] =
    kind === 'SURVEY'
      ? [score, ['ANSWERED_OF_INVITED', percentOf(respondentCount, invitedCount)]]
      : [
          ['PASSED_OF_ATTENDED', percentOf(passedCount, attendedCount)],
          ['ATTENDED_OF_INVITED', percentOf(attendedCount, invitedCount)],
          score,
        ];
  return inOrder.flatMap(([of, value]) => (value === null ? [] : [{ of, value }]));
}
