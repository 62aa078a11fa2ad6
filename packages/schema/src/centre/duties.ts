import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { fiscalYearDays } from '../base/fiscal-year.logic.ts';
import type { Message } from '../base/message.logic.ts';
import type { Where } from '../graphql/filters/where.logic.ts';
import { cityDb } from '../tenancy/city-db.ts';
import type { Context } from '../tenancy/context.ts';
import { fiscalYearOf, hasSamples, selectedAgencies, withSelectionNotices } from './agency-selection.ts';
import type { CentreFilter } from './centre-filter.ts';
import type { Counted } from './counted-rows.ts';
import { whereSelected } from './drill-down.ts';
import { type AskedYears, yearsOf } from './years.ts';

export const MISSING_SHOWN = 100;

/** What an agency hands in for a fiscal year: how its records are found in SQL, and in the words of the list of agencies. */
type Duty = {
  readonly name: Message;
  readonly found: (year: Prisma.Sql) => Prisma.Sql;
  readonly list: 'plans' | 'swotAnalyses' | 'riskRegisters' | 'yearReports' | 'risks' | 'declarations' | 'giftYears';
  readonly where: (year: number) => Where;
};

const ofYear = (year: number): Where => ({ fiscalYear: { eq: year } });

/** A policy that an approver confirmed; what a document merely names is not handed in. */
const policy = (kind: 'NO_GIFT_POLICY' | 'ANTI_BRIBERY_POLICY', name: Message) =>
  ({
    name,
    found: (year) =>
      Prisma.sql`"Declaration" d WHERE d."fiscalYear" = ${year} AND d.kind = ${kind}::"DeclarationKind" AND d.origin <> 'DOCUMENT'`,
    list: 'declarations',
    where: (year) => ({ ...ofYear(year), kind: { eq: kind }, not: { origin: { eq: 'DOCUMENT' } } }),
  }) as const satisfies Duty;

const yearReport = (kind: 'SIX_MONTHS' | 'TWELVE_MONTHS' | 'BRIBERY_RISKS', name: Message) =>
  ({
    name,
    found: (year) => Prisma.sql`"YearReport" d WHERE d.kind = ${kind}::"YearReportKind" AND d."fiscalYear" = ${year}`,
    list: 'yearReports',
    where: (year) => ({ ...ofYear(year), kind: { eq: kind } }),
  }) as const satisfies Duty;

export const duties = {
  ANNUAL_PLAN: {
    name: { th: 'แผนประจำปี', en: 'Plan of the year' },
    found: (year) => Prisma.sql`"Plan" d WHERE d."fiscalYearFrom" = ${year} AND d."fiscalYearTo" = ${year}`,
    list: 'plans',
    where: (year) => ({ fiscalYearFrom: { eq: year }, fiscalYearTo: { eq: year } }),
  },
  MULTI_YEAR_PLAN: {
    name: { th: 'แผนหลายปีที่ครอบคลุมปีนี้', en: 'Plan of several years that covers the year' },
    found: (year) =>
      Prisma.sql`"Plan" d WHERE ${year} BETWEEN d."fiscalYearFrom" AND d."fiscalYearTo" AND d."fiscalYearFrom" < d."fiscalYearTo"`,
    list: 'plans',
    where: (year) => ({
      fiscalYearFrom: { lte: year },
      fiscalYearTo: { gte: year },
      not: { fiscalYearFrom: { eq: year }, fiscalYearTo: { eq: year } },
    }),
  },
  SWOT_ANALYSIS: {
    name: { th: 'การวิเคราะห์ SWOT', en: 'SWOT analysis' },
    found: (year) => Prisma.sql`"SwotAnalysis" d WHERE d."fiscalYear" = ${year}`,
    list: 'swotAnalyses',
    where: ofYear,
  },
  RISK_REGISTER: {
    name: { th: 'ทะเบียนความเสี่ยง', en: 'Risk register' },
    found: (year) => Prisma.sql`"RiskRegister" d WHERE d."fiscalYear" = ${year}`,
    list: 'riskRegisters',
    where: ofYear,
  },
  SIX_MONTH_REPORT: yearReport('SIX_MONTHS', {
    th: 'รายงานผลตามแผนรอบ 6 เดือน',
    en: 'Report on a plan after six months',
  }),
  TWELVE_MONTH_REPORT: yearReport('TWELVE_MONTHS', {
    th: 'รายงานผลตามแผนรอบ 12 เดือน',
    en: 'Report on a plan after twelve months',
  }),
  BRIBERY_REPORT: yearReport('BRIBERY_RISKS', {
    th: 'รายงานผลการจัดการความเสี่ยงการรับสินบน',
    en: 'Report on bribery risks',
  }),
  RISKS: {
    name: { th: 'ความเสี่ยงอย่างน้อยหนึ่งรายการ', en: 'At least one risk' },
    found: (year) => Prisma.sql`"Risk" d WHERE d."fiscalYear" = ${year}`,
    list: 'risks',
    where: ofYear,
  },
  NO_GIFT_POLICY: policy('NO_GIFT_POLICY', {
    th: 'นโยบายไม่รับของขวัญ (No Gift Policy)',
    en: 'No Gift Policy',
  }),
  ANTI_BRIBERY_POLICY: policy('ANTI_BRIBERY_POLICY', {
    th: 'นโยบายต่อต้านการรับสินบน (Anti-Bribery Policy)',
    en: 'Anti-Bribery Policy',
  }),
  GIFT_REPORTS: {
    name: { th: 'รายงานของขวัญหรือคำแจ้งว่าไม่มี', en: 'Gift reports, or the statement that there was none' },
    found: (year) => Prisma.sql`"GiftYear" d WHERE d."fiscalYear" = ${year}`,
    list: 'giftYears',
    where: ofYear,
  },
} as const satisfies Readonly<Record<string, Duty>>;

export type DutyName = keyof typeof duties;

/** How many agencies have done one of their duties of a year. */
export type DutyCount = {
  readonly duty: DutyName;
  readonly fiscalYear: number;
  readonly agencyCount: number;
  readonly missingAgencyCodes: readonly string[];
  readonly isSample: boolean;
  readonly cells: () => Counted[];
};

type YearRow = {
  readonly fiscalYear: number;
  readonly agencies: number;
  readonly isSample: boolean;
  readonly centres: readonly string[];
} & Readonly<Record<string, unknown>>;

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);
const codesIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

type Asked = AskedYears & { readonly filter?: CentreFilter | null | undefined };

function countOf(duty: DutyName, row: YearRow, filter: Asked['filter']): DutyCount {
  const { fiscalYear, agencies, isSample, centres } = row;
  const { list, where } = duties[duty];
  const done = numberIn(row[duty]);
  const cell = (key: string, name: Message, count: number, quantifier: 'some' | 'none'): Counted => ({
    key,
    name,
    count,
    list: 'agencies',
    where: {
      and: [
        whereSelected(filter, fiscalYearDays(fiscalYear)),
        { not: { code: { in: [...centres] } } },
        { [list]: { [quantifier]: where(fiscalYear) } },
      ],
    },
  });
  return {
    duty,
    fiscalYear,
    agencyCount: agencies,
    missingAgencyCodes: codesIn(row[`${duty} missing`]),
    isSample,
    cells: () => [
      cell('DONE', { th: 'ส่งแล้ว', en: 'Submitted' }, done, 'some'),
      cell('MISSING', { th: 'ยังไม่ส่ง', en: 'Not submitted' }, agencies - done, 'none'),
    ],
  };
}

/** How many agencies have done each of some duties in each year, in one statement. The agency of the centre owes none. */
export async function dutyCounts(context: Context, asked: Asked, names: readonly DutyName[]): Promise<DutyCount[]> {
  const { filter } = asked;
  const { floor, query } = cityDb(context);
  const year = Prisma.sql`asked.year`;
  const has = names.map(
    (name) => Prisma.sql`EXISTS (SELECT 1 FROM ${duties[name].found(year)}
      AND d."agencyId" = "Agency".id AND d.disclosure >= ${floor}) AS ${Prisma.raw(`"${name}"`)}`,
  );
  const columns = names.map((name) => {
    const column = Prisma.raw(`has."${name}"`);
    return Prisma.sql`count(*) FILTER (WHERE ${column})::int AS ${Prisma.raw(`"${name}"`)},
      coalesce((array_agg("Agency".code ORDER BY "Agency".code) FILTER (WHERE NOT ${column}))[1:${MISSING_SHOWN}], '{}') AS ${Prisma.raw(`"${name} missing"`)}`;
  });
  const rows = await query<YearRow>(Prisma.sql`
    SELECT asked.year AS "fiscalYear", count(*)::int AS agencies, ${Prisma.join(columns)}, ${hasSamples},
      (SELECT coalesce(array_agg(DISTINCT own.code), '{}') FROM "Oversight" o JOIN "Agency" own ON own.id = o."centreId") AS centres
    FROM "Agency" CROSS JOIN unnest(${yearsOf(asked)}::int[]) AS asked (year) CROSS JOIN LATERAL (SELECT ${Prisma.join(has)}) has
    WHERE ${selectedAgencies(filter, fiscalYearOf(year))}
      AND NOT EXISTS (SELECT 1 FROM "Oversight" own WHERE own."centreId" = "Agency".id)
    GROUP BY asked.year ORDER BY asked.year`);
  return withSelectionNotices(context, filter, rows).flatMap((row) => names.map((name) => countOf(name, row, filter)));
}
