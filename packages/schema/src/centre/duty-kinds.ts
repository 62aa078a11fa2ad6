import { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { Message } from '../base/message.logic.ts';
import type { Where } from '../graphql/filters/where.logic.ts';

/** What an agency hands in for a fiscal year: how its records are found in SQL, and in the words of the list of agencies. */
type Duty = {
  readonly name: Message;
  readonly found: (year: Prisma.Sql) => Prisma.Sql;
  readonly list:
    | 'plans'
    | 'swotAnalyses'
    | 'riskRegisters'
    | 'yearReports'
    | 'risks'
    | 'declarations'
    | 'giftYears'
    | 'itaAssessments'
    | 'oitItems';
  readonly where: (year: number) => Where;
  /** Which of these records must not be there for the duty to be done. */
  readonly open?: (year: number) => Where;
  /** Whether a year asks for it, of invented agencies or of the others; left out where every year does. */
  readonly owed?: (year: Prisma.Sql, ofSamples: Prisma.Sql) => Prisma.Sql;
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
  ITA_RESULT: {
    name: { th: 'ผลการประเมิน ITA', en: 'ITA result' },
    found: (year) => Prisma.sql`"ItaAssessment" d WHERE d."fiscalYear" = ${year}`,
    list: 'itaAssessments',
    where: ofYear,
    owed: (year, ofSamples) =>
      Prisma.sql`app.are_ita_results_announced(${year}, ${ofSamples}, (now() AT TIME ZONE 'Asia/Bangkok')::date)`,
  },
  OIT_ANSWERS: {
    name: { th: 'คำตอบแบบตรวจ OIT ครบทุกข้อ', en: 'Answers to all items of the OIT' },
    found: (year) => Prisma.sql`"OitItem" d WHERE d."fiscalYear" = ${year} AND NOT EXISTS (SELECT 1 FROM "OitItem" other
      WHERE other."agencyId" = d."agencyId" AND other."fiscalYear" = ${year} AND other.answer = 'NONE')`,
    list: 'oitItems',
    where: ofYear,
    open: (year) => ({ ...ofYear(year), answer: { eq: 'NONE' } }),
    owed: (year, ofSamples) => Prisma.sql`app.has_oit_checklist(${year}, ${ofSamples})`,
  },
} as const satisfies Readonly<Record<string, Duty>>;

export type DutyName = keyof typeof duties;

/**
 * The years that are asked about, and which duties each asks for, of invented agencies and of the others: worked out once for all agencies of a kind.
 * A statement joins it to "Agency" by `ofSamples`.
 */
export function askedYears(years: number[], names: readonly DutyName[]): Prisma.Sql {
  const owed = names.map((name) => {
    const duty: Duty = duties[name];
    const isOwed = duty.owed?.(Prisma.sql`years.year`, Prisma.sql`kinds."ofSamples"`) ?? Prisma.sql`true`;
    return Prisma.sql`${isOwed} AS ${Prisma.raw(`"${name} owed"`)}`;
  });
  return Prisma.sql`asked AS MATERIALIZED (SELECT years.year, kinds."ofSamples", ${Prisma.join(owed)}
    FROM unnest(${years}::int[]) AS years (year) CROSS JOIN (VALUES (false), (true)) AS kinds ("ofSamples"))`;
}

/** The agencies that have done a duty of a year, in the words of their list. */
export function whereDone(name: DutyName, year: number): Where {
  const { list, where, open }: Duty = duties[name];
  const done: Where = { [list]: { some: where(year) } };
  return open ? { and: [done, { [list]: { none: open(year) } }] } : done;
}

/** Those that have not. */
export function whereMissing(name: DutyName, year: number): Where {
  const { list, where, open }: Duty = duties[name];
  const missing: Where = { [list]: { none: where(year) } };
  return open ? { or: [missing, { [list]: { some: open(year) } }] } : missing;
}
