import type { AgencyKind, TargetScope } from '@registry/prisma/generated/client/enums.ts';
import { fiscalYearOf } from '../base/fiscal-year.logic.ts';
import { withSource } from '../base/legal-source.logic.ts';
import type { FieldProblem, Message } from '../base/message.logic.ts';

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

type Years = { readonly fiscalYearTo: number; readonly endedOn: Date | null };

/** The last fiscal year for which a target stands. */
export const lastYearOf = ({ fiscalYearTo, endedOn }: Years): number =>
  endedOn ? Math.min(fiscalYearTo, fiscalYearOf(endedOn)) : fiscalYearTo;

type Proposed = {
  readonly measure: 'ITA' | 'CPI';
  readonly scope: TargetScope;
  readonly fiscalYearFrom: number;
  readonly fiscalYearTo: number;
  readonly leastPoints?: number | null | undefined;
  readonly leastSharePercent?: number | null | undefined;
  readonly rankAtMost?: number | null | undefined;
};

const isOff = (value: number | null | undefined): boolean =>
  Boolean(value !== null && value !== undefined && (value < 0 || value > 100));

/** What is wrong with a target: nothing to be reached, a number off its scale, or one that its measure or scope does not have. */
export function problemsOfTarget(target: Proposed): FieldProblem[] {
  const { measure, scope, leastPoints, leastSharePercent, rankAtMost } = target;
  const rules: readonly (readonly [boolean, string, string, Message])[] = [
    [target.fiscalYearTo < target.fiscalYearFrom, 'ENDS_BEFORE_IT_BEGINS', 'fiscalYearTo', messages.order],
    [!leastPoints && !rankAtMost, 'NOTHING_TO_REACH', 'leastPoints', messages.nothing],
    [isOff(leastPoints), 'OFF_THE_SCALE', 'leastPoints', messages.scale],
    [isOff(leastSharePercent), 'OFF_THE_SCALE', 'leastSharePercent', messages.scale],
    [Boolean(leastSharePercent) && scope === 'AGENCY', 'ONE_AGENCY_HAS_NO_SHARE', 'leastSharePercent', messages.share],
    [Boolean(rankAtMost) && measure !== 'CPI', 'NOT_OF_THIS_MEASURE', 'rankAtMost', messages.rank],
    [Boolean(rankAtMost && rankAtMost < 1), 'OFF_THE_SCALE', 'rankAtMost', messages.firstRank],
    [measure === 'CPI' && scope !== 'NATION', 'NOT_OF_THIS_SCOPE', 'measure', messages.nation],
  ];
  return rules.flatMap(([isBroken, code, field, message]) =>
    isBroken ? [{ code, field, message: withSource(message, 'registry') }] : [],
  );
}

const messages = {
  order: { th: 'ปีสุดท้ายต้องไม่อยู่ก่อนปีแรก', en: 'It does not end before it begins.' },
  nothing: { th: 'โปรดระบุคะแนนขั้นต่ำหรืออันดับ', en: 'Say what is to be reached: least points, or a rank.' },
  scale: { th: 'ต้องอยู่ระหว่าง 0 ถึง 100', en: 'It is from 0 to 100.' },
  share: { th: 'เป้าหมายของหน่วยงานเดียวไม่มีร้อยละของหน่วยงาน', en: 'A target of one agency has no share of agencies.' },
  rank: { th: 'เฉพาะดัชนีการรับรู้การทุจริตที่มีอันดับ', en: 'The Corruption Perceptions Index alone has ranks.' },
  firstRank: { th: 'อันดับเริ่มที่ 1', en: 'Ranks begin with 1.' },
  nation: {
    th: 'ดัชนีการรับรู้การทุจริตวัดทั้งประเทศ: ใช้กับเป้าหมายของประเทศเท่านั้น',
    en: 'The Corruption Perceptions Index is of the nation: it measures no target of the city or an agency.',
  },
} satisfies Record<string, Message>;

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
