import { valueLoader } from '../graphql/loader.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { type Result, type ResultRules, resultOf } from './result.logic.ts';
import { textOf } from './score.logic.ts';

type Exact = { readonly toFixed: (digits: number) => string };

/** A decimal of the database in hundredths. */
export const hundredths = (value: Exact): number => Number(value.toFixed(2).replace('.', ''));

/** What of a rule set decides a result. */
export const rulesSelected = {
  instruments: { orderBy: { code: 'asc' }, select: { code: true, nameTh: true, nameEn: true, weightPercent: true } },
  indicators: {
    orderBy: { number: 'asc' },
    select: { number: true, nameTh: true, nameEn: true, instrumentCode: true },
  },
  grades: { orderBy: { rank: 'asc' } },
} as const;

type Rules = {
  readonly instruments: readonly { readonly code: string; readonly weightPercent: Exact }[];
  readonly indicators: readonly { readonly number: number; readonly instrumentCode: string }[];
  readonly grades: readonly {
    readonly code: string;
    readonly nameTh: string;
    readonly nameEn: string;
    readonly rank: number;
    readonly leastTotal: Exact;
    readonly leastOfEachInstrument: Exact | null;
  }[];
};

export const resultRules = ({ instruments, indicators, grades }: Rules): ResultRules => ({
  instruments: instruments.map(({ code, weightPercent }) => ({
    code,
    weight: hundredths(weightPercent),
    indicators: indicators.filter(({ instrumentCode }) => instrumentCode === code).map(({ number }) => number),
  })),
  grades: grades.map(({ leastTotal, leastOfEachInstrument, ...grade }) => ({
    ...grade,
    leastTotal: hundredths(leastTotal),
    leastOfEachInstrument: leastOfEachInstrument && hundredths(leastOfEachInstrument),
  })),
});

/** A result as it is printed, with the rules of its year. */
const printedResult = {
  id: true,
  totalPrinted: true,
  gradePrinted: true,
  instrumentScores: { select: { code: true, scorePrinted: true, weightedPrinted: true, respondentCount: true } },
  indicatorScores: { select: { averagePrinted: true, indicator: { select: { number: true } } } },
  ruleSet: { select: rulesSelected },
} as const;

/** What follows from an assessment that the viewer sees, with what is printed of it. */
export const itaResultById = valueLoader(async (context, ids: readonly string[]) => {
  const rows = await agencyDb(context).itaAssessment.findMany({
    where: { id: { in: [...ids] } },
    select: printedResult,
  });
  const byId = new Map(
    rows.map(({ indicatorScores, instrumentScores: instruments, ...printed }) => {
      const indicators = indicatorScores.map(({ averagePrinted, indicator: { number } }) => ({
        number,
        averagePrinted,
      }));
      const rules = resultRules(printed.ruleSet);
      const { totalPrinted } = printed;
      return [
        printed.id,
        {
          ...printed,
          rules,
          instruments,
          indicators,
          result: resultOf(rules, { totalPrinted, instruments, indicators }),
        },
      ];
    }),
  );
  return ids.map((id) => {
    const found = byId.get(id);
    if (!found) throw new Error('An assessment that was read is gone.');
    return found;
  });
});

export type LoadedResult = { readonly result: Result };

/** The tables of respondents of an assessment, in the order of their numbers, with their rows. */
export const respondentTablesById = valueLoader(async (context, ids: readonly string[]) => {
  const tables = await agencyDb(context).itaRespondentTable.findMany({
    where: { assessmentId: { in: [...ids] } },
    orderBy: { number: 'asc' },
    include: { rows: { orderBy: { sortOrder: 'asc' } } },
  });
  return ids.map((id) => tables.filter(({ assessmentId }) => assessmentId === id));
});

/** The results of an agency that the viewer sees, the earliest first. */
export const itaYearsByAgencyId = valueLoader(async (context, agencyIds: readonly string[]) => {
  const rows = await agencyDb(context).itaAssessment.findMany({
    where: { agencyId: { in: [...agencyIds] } },
    orderBy: { fiscalYear: 'asc' },
    select: { agencyId: true, fiscalYear: true, total: true, gradeCode: true, gradePrinted: true },
  });
  return agencyIds.map((id) => rows.filter(({ agencyId }) => agencyId === id));
});

export const pointsText = (value: number | null): string | null => (value === null ? null : textOf(value));
