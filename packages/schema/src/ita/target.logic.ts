import type { AgencyKind, TargetScope } from '@registry/prisma/generated/client/enums.ts';

export type TargetOfIta = {
  readonly scope: TargetScope;
  readonly agencyCode: string | null;
  /** In hundredths of a point. */
  readonly leastPoints: number;
  readonly fiscalYearTo: number;
};

export type TotalOfYear = {
  readonly fiscalYear: number;
  readonly total: number;
  readonly agencyCode: string;
  readonly agencyKind: AgencyKind;
};

export type YearOfTarget = {
  readonly fiscalYear: number;
  readonly assessedCount: number;
  readonly reachedCount: number;
};

/** Invented agencies reach nothing; the city is its district offices, departments and offices. */
const isAbout = ({ scope, agencyCode }: TargetOfIta, result: TotalOfYear): boolean => {
  if (result.agencyKind === 'SAMPLE') return false;
  if (scope === 'AGENCY') return result.agencyCode === agencyCode;
  return scope === 'NATION' || result.agencyKind !== 'LOCAL_GOVERNMENT';
};

/** How many of the agencies that a target is about have reached it, in each year until it is due. */
export function yearsOfTarget(target: TargetOfIta, totals: readonly TotalOfYear[]): YearOfTarget[] {
  const counted = totals.filter((each) => each.fiscalYear <= target.fiscalYearTo && isAbout(target, each));
  const years = [...new Set(counted.map(({ fiscalYear }) => fiscalYear))].sort((one, other) => one - other);
  return years.map((fiscalYear) => {
    const ofYear = counted.filter((each) => each.fiscalYear === fiscalYear);
    return {
      fiscalYear,
      assessedCount: ofYear.length,
      reachedCount: ofYear.filter(({ total }) => total >= target.leastPoints).length,
    };
  });
}
