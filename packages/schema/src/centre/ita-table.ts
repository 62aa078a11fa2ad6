import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { type Gap, type GradeBand, gapOf, type InstrumentStanding } from '../ita/grade.logic.ts';
import { cityDb } from '../tenancy/city-db.ts';
import type { Context } from '../tenancy/context.ts';
import { fiscalYearOf, selectedAgencies, withSelectionNotices } from './agency-selection.ts';
import type { CentreFilter } from './centre-filter.ts';

type YearTotal = { readonly fiscalYear: number; readonly total: number | null };

type Row = {
  readonly agencyCode: string;
  readonly agencyNameTh: string;
  readonly agencyNameEn: string;
  readonly assessmentId: string | null;
  /** In hundredths, as everything below. */
  readonly total: number | null;
  readonly gradePrinted: string | null;
  readonly gradeCode: string | null;
  readonly percentile: number | null;
  readonly instruments: readonly InstrumentStanding[] | null;
  readonly grades: readonly GradeBand[] | null;
  readonly trend: readonly YearTotal[] | null;
  readonly isSample: boolean;
};

/** An agency in the ITA table of a year. */
export type ItaStanding = Row & {
  readonly fiscalYear: number;
  readonly grade: GradeBand | null;
  readonly gap: Gap | null;
};

/** Scores and weights travel as whole hundredths, exact in JSON. */
const hundredths = (value: string): Prisma.Sql => Prisma.raw(`(round(${value}, 2) * 100)::int`);

const instruments = Prisma.sql`(
  SELECT jsonb_agg(jsonb_build_object('code', s.code, 'weight', ${hundredths('s.weight')}, 'score', ${hundredths('s.numerator / s.denominator')})
    ORDER BY s.code)
  FROM app.ita_instrument_scores(a."agencyId", a.id) s)`;

const grades = Prisma.sql`(
  SELECT jsonb_agg(jsonb_build_object('code', g.code, 'nameTh', g."nameTh", 'nameEn', g."nameEn", 'rank', g.rank,
    'leastTotal', ${hundredths('g."leastTotal"')}, 'leastOfEachInstrument', ${hundredths('g."leastOfEachInstrument"')}) ORDER BY g.rank)
  FROM "ItaGradeBand" g WHERE g."ruleSetId" = a."ruleSetId")`;

const TREND_YEARS = 5;
export const yearsOfTrend = TREND_YEARS;

type Asked = { readonly fiscalYear: number; readonly filter?: CentreFilter | null | undefined };

/** The agencies of a year with their ITA results, the best first, in one statement; those without a result come last. */
export async function itaTable(context: Context, { fiscalYear, filter }: Asked): Promise<ItaStanding[]> {
  const { floor, query } = cityDb(context);
  const rows = await query<Row>(Prisma.sql`
    WITH result AS MATERIALIZED (
      SELECT a.*, "Agency".kind FROM "ItaAssessment" a JOIN "Agency" ON "Agency".id = a."agencyId"
      WHERE a."fiscalYear" = ${fiscalYear} AND a.disclosure >= ${floor} AND ${selectedAgencies(filter, fiscalYearOf(fiscalYear))}
    ), placed AS (
      SELECT r.id, round(100 * (rank() OVER kinds - 1 + count(*) OVER (PARTITION BY r.kind, r.total) / 2.0) / count(*) OVER (PARTITION BY r.kind), 2)::float8
        AS percentile
      FROM result r WHERE r.total IS NOT NULL WINDOW kinds AS (PARTITION BY r.kind ORDER BY r.total)
    )
    SELECT "Agency".code AS "agencyCode", "Agency"."nameTh" AS "agencyNameTh", "Agency"."nameEn" AS "agencyNameEn", a.id AS "assessmentId",
      ${hundredths('a.total')} AS total, a."gradePrinted", a."gradeCode", p.percentile, ${instruments} AS instruments, ${grades} AS grades,
      (SELECT jsonb_agg(jsonb_build_object('fiscalYear', e."fiscalYear", 'total', ${hundredths('e.total')}) ORDER BY e."fiscalYear")
        FROM "ItaAssessment" e WHERE e."agencyId" = "Agency".id AND e.disclosure >= ${floor}
          AND e."fiscalYear" BETWEEN ${fiscalYear - TREND_YEARS + 1} AND ${fiscalYear}) AS trend,
      "Agency".kind = 'SAMPLE' AS "isSample"
    FROM "Agency" LEFT JOIN result a ON a."agencyId" = "Agency".id LEFT JOIN placed p ON p.id = a.id
    WHERE ${selectedAgencies(filter, fiscalYearOf(fiscalYear))}
    ORDER BY a.total DESC NULLS LAST, a.id IS NULL, "Agency".code`);
  return withSelectionNotices(context, filter, rows).map((row) => {
    const bands = row.grades ?? [];
    return {
      ...row,
      fiscalYear,
      grade: bands.find(({ code }) => code === row.gradeCode) ?? null,
      gap: gapOf(bands, { total: row.total, instruments: row.instruments ?? [] }),
    };
  });
}
