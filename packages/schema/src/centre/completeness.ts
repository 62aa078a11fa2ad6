import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { EntryStatus } from '../entry/entry.enums.ts';
import type { EntryStatusName } from '../entry/entry.logic.ts';
import { builder } from '../graphql/builder.ts';
import { RecordStatus } from '../graphql/enums.ts';
import type { RecordStatusName } from '../lifecycle/lifecycle.logic.ts';
import { cityDb } from '../tenancy/city-db.ts';
import { fiscalYearOf, selectedAgencies, withSelectionNotices } from './agency-selection.ts';
import { Centre } from './centre.type.ts';
import { agenciesMax } from './centre-filter.ts';
import { askedYears, type DutyName, duties } from './duty-kinds.ts';
import { CentreFilterInput } from './filter.ts';
import { PlanCompleteness, planKinds } from './plan-completeness.ts';
import { yearArguments, yearsMax, yearsOf } from './years.ts';

type Status = RecordStatusName;
type Row = {
  fiscalYear: number;
  code: string;
  nameTh: string;
  nameEn: string;
  plan: Status | null;
  annualPlan: Status | null;
  multiYearPlan: Status | null;
  swotAnalysis: Status | null;
  riskRegister: Status | null;
  sixMonthReport: Status | null;
  twelveMonthReport: Status | null;
  briberyReport: Status | null;
  noGiftPolicy: EntryStatusName | null;
  antiBriberyPolicy: EntryStatusName | null;
  hasGiftReports: boolean;
  isItaResultOwed: boolean;
  hasItaResult: boolean;
  isOitAnswered: boolean;
  riskCount: number;
  unassessedRiskCount: number;
  ordersInForce: number;
  isSample: boolean;
};

const status = (th: string, en: string) => ({
  type: RecordStatus,
  nullable: true as const,
  description: `สถานะของ${th}; null = ยังไม่ส่ง · Status of the ${en}; null when none has been submitted.`,
});

const policyStatus = (th: string, en: string) => ({
  type: EntryStatus,
  nullable: true as const,
  description: `สถานะของประกาศ${th}ของปี; null = ยังไม่ประกาศ · Status of the ${en} of the year; null when none has been confirmed.`,
});

const Completeness = builder.objectRef<Row>('Completeness').implement({
  description: 'ความครบถ้วนของหน่วยงานหนึ่งในปีงบประมาณ · What one agency has submitted for a fiscal year.',
  fields: (t) => ({
    fiscalYear: t.expose('fiscalYear', { type: 'FiscalYear', description: 'ปีงบประมาณ · Fiscal year.' }),
    code: t.exposeString('code', { description: 'รหัสหน่วยงาน · Code of the agency.' }),
    nameTh: t.exposeString('nameTh', { description: 'ชื่อภาษาไทย · Thai name.' }),
    nameEn: t.exposeString('nameEn', { description: 'ชื่อภาษาอังกฤษ · English name.' }),
    plan: t.expose('plan', status('แผนที่ครอบคลุมปีนี้', 'plan that covers the year')),
    plans: t.field({
      type: [PlanCompleteness],
      description:
        'แผนแต่ละชนิด เพราะแผนห้าปีไม่แทนแผนประจำปี · The plans that cover the year, one row for each kind: a plan of several years does not stand for the one of the year.',
      listSize: planKinds.length,
      resolve: ({ annualPlan, multiYearPlan }) => [
        { kind: 'ANNUAL' as const, status: annualPlan },
        { kind: 'MULTI_YEAR' as const, status: multiYearPlan },
      ],
    }),
    swotAnalysis: t.expose('swotAnalysis', status('การวิเคราะห์ SWOT', 'SWOT analysis')),
    riskRegister: t.expose('riskRegister', status('ทะเบียนความเสี่ยง', 'risk register')),
    sixMonthReport: t.expose('sixMonthReport', status('รายงานผลตามแผนรอบ 6 เดือน', 'report after six months')),
    twelveMonthReport: t.expose('twelveMonthReport', status('รายงานผลตามแผนรอบ 12 เดือน', 'report after twelve months')),
    briberyReport: t.expose('briberyReport', status('รายงานความเสี่ยงการรับสินบน', 'report on bribery risks')),
    noGiftPolicy: t.expose('noGiftPolicy', policyStatus('นโยบายไม่รับของขวัญ', 'No Gift Policy')),
    antiBriberyPolicy: t.expose('antiBriberyPolicy', policyStatus('นโยบายต่อต้านการรับสินบน', 'Anti-Bribery Policy')),
    hasGiftReports: t.exposeBoolean('hasGiftReports', {
      description:
        'รายงานของขวัญของปี หรือแจ้งว่าไม่มี อย่างน้อยหนึ่งครึ่งปี · Whether gifts of the year were reported, or that there was none, for at least one half.',
    }),
    isItaResultOwed: t.exposeBoolean('isItaResultOwed', {
      description:
        'ประกาศผล ITA ของปีแล้ว คือถึงวันประกาศตามปฏิทินของรอบ หรือมีผลของหน่วยงานใดบันทึกไว้แล้ว · Whether the ITA results of the year are announced: its round’s calendar says so, or one of them is recorded. Before that no result is owed.',
    }),
    hasItaResult: t.exposeBoolean('hasItaResult', {
      description: 'มีผลการประเมิน ITA ของปี · Whether the ITA result of the year is recorded.',
    }),
    isOitAnswered: t.exposeBoolean('isOitAnswered', {
      description:
        'ตอบแบบตรวจ OIT ของปีครบทุกข้อ · Whether all items of the OIT of the year are answered; false where the year has no checklist.',
    }),
    riskCount: t.exposeInt('riskCount', { description: 'จำนวนความเสี่ยงในทะเบียน · Number of risks in the register.' }),
    unassessedRiskCount: t.exposeInt('unassessedRiskCount', {
      description: 'จำนวนที่ยังไม่ประเมิน · Of these, unassessed.',
    }),
    ordersInForce: t.exposeInt('ordersInForce', {
      description: 'คำสั่งมอบอำนาจที่มีผลในปีนี้ · Delegation orders in force at some time of the year.',
    }),
    isSample: t.exposeBoolean('isSample', {
      description: 'เป็นหน่วยงานตัวอย่างที่แต่งขึ้น · Whether the agency is an invented one.',
    }),
  }),
});

builder.objectFields(Centre, (t) => ({
  completeness: t.field({
    type: [Completeness],
    description:
      'หน่วยงานใดส่งส่วนใดแล้ว รวมหน่วยงานที่ยังไม่ส่งอะไร ไม่รวมกรุงเทพมหานครซึ่งเป็นหน่วยงานต้นสังกัดของ ศปท.กทม. เอง · Which agency has submitted which part for a fiscal year; agencies that submitted nothing are there too, but not the agency of the centre, which owes none. By code, then by year. Errors: INVALID_INPUT.',
    listSize: ({ filter, ...asked }, cityCounts) => yearsMax(asked) * agenciesMax(filter, cityCounts),
    args: {
      ...yearArguments,
      filter: t.arg({ type: CentreFilterInput, description: 'ขอบเขต · Which agencies.' }),
    },
    resolve: async (_centre, { filter, ...asked }, context) => {
      const { floor, query } = cityDb(context);
      const year = Prisma.sql`asked.year`;
      const { from, to } = fiscalYearOf(year);
      const has = (duty: DutyName) =>
        Prisma.sql`EXISTS (SELECT 1 FROM ${duties[duty].found(year)} AND d."agencyId" = "Agency".id AND d.disclosure >= ${floor})`;
      // Each part is looked up by its agency: joined lists of all of them might be scanned once per agency.
      const rows = await query<Row>(Prisma.sql`
        WITH ${askedYears(yearsOf(asked), ['ITA_RESULT'])}
        SELECT asked.year AS "fiscalYear", "Agency".code, "Agency"."nameTh", "Agency"."nameEn", plan.status::text AS plan, plan.annual::text AS "annualPlan",
          plan.several::text AS "multiYearPlan", swot.status::text AS "swotAnalysis",
          register.status::text AS "riskRegister", report.six::text AS "sixMonthReport", report.twelve::text AS "twelveMonthReport",
          report.bribery::text AS "briberyReport", policy.gift::text AS "noGiftPolicy", policy.bribery::text AS "antiBriberyPolicy",
          EXISTS (SELECT 1 FROM "GiftYear" g WHERE g."agencyId" = "Agency".id AND g.disclosure >= ${floor} AND g."fiscalYear" = ${year}) AS "hasGiftReports",
          asked."ITA_RESULT owed" AS "isItaResultOwed", ${has('ITA_RESULT')} AS "hasItaResult", ${has('OIT_ANSWERS')} AS "isOitAnswered",
          coalesce(risks.total, 0) AS "riskCount",
          coalesce(risks.unassessed, 0) AS "unassessedRiskCount", coalesce(orders.total, 0) AS "ordersInForce", "Agency".kind = 'SAMPLE' AS "isSample"
        FROM "Agency" JOIN asked ON asked."ofSamples" = ("Agency".kind = 'SAMPLE')
        LEFT JOIN LATERAL (
          SELECT max(p.status) AS status, max(p.status) FILTER (WHERE p."fiscalYearFrom" = p."fiscalYearTo") AS annual,
            max(p.status) FILTER (WHERE p."fiscalYearFrom" < p."fiscalYearTo") AS several
          FROM "Plan" p
          WHERE p."agencyId" = "Agency".id AND p.disclosure >= ${floor} AND ${year} BETWEEN p."fiscalYearFrom" AND p."fiscalYearTo"
        ) plan ON true
        LEFT JOIN LATERAL (
          SELECT max(s.status) AS status FROM "SwotAnalysis" s
          WHERE s."agencyId" = "Agency".id AND s.disclosure >= ${floor} AND s."fiscalYear" = ${year}
        ) swot ON true
        LEFT JOIN LATERAL (
          SELECT max(r.status) AS status FROM "RiskRegister" r
          WHERE r."agencyId" = "Agency".id AND r.disclosure >= ${floor} AND r."fiscalYear" = ${year}
        ) register ON true
        LEFT JOIN LATERAL (
          SELECT max(d.status) FILTER (WHERE d.kind = 'NO_GIFT_POLICY') AS gift,
            max(d.status) FILTER (WHERE d.kind = 'ANTI_BRIBERY_POLICY') AS bribery
          FROM "Declaration" d
          WHERE d."agencyId" = "Agency".id AND d.disclosure >= ${floor} AND d."fiscalYear" = ${year}
            AND app.declaration_counts(d.status, d.origin)
        ) policy ON true
        LEFT JOIN LATERAL (
          SELECT max(y.status) FILTER (WHERE y.kind = 'SIX_MONTHS') AS six, max(y.status) FILTER (WHERE y.kind = 'TWELVE_MONTHS') AS twelve,
            max(y.status) FILTER (WHERE y.kind = 'BRIBERY_RISKS') AS bribery
          FROM "YearReport" y WHERE y."agencyId" = "Agency".id AND y.disclosure >= ${floor} AND y."fiscalYear" = ${year}
        ) report ON true
        LEFT JOIN LATERAL (
          SELECT sum(m."unassessedRisks" + m."lowRisks" + m."mediumRisks" + m."highRisks" + m."extremeRisks")::int AS total,
            sum(m."unassessedRisks")::int AS unassessed
          FROM "RegisterSummary" m WHERE m."agencyId" = "Agency".id AND m.disclosure >= ${floor} AND m."fiscalYear" = ${year}
        ) risks ON true
        LEFT JOIN LATERAL (
          SELECT count(*)::int AS total FROM "DelegationOrder" o
          WHERE o."agencyId" = "Agency".id AND o.disclosure >= ${floor} AND o.status <> 'DRAFT'
            AND app.is_in_force_between(o."effectiveFrom", app.order_ends_on(NULL, o."endedOn", o."effectiveTo"), ${from}, ${to})
        ) orders ON true
        WHERE ${selectedAgencies(filter, fiscalYearOf(year))}
          AND NOT EXISTS (SELECT 1 FROM "Oversight" own WHERE own."centreId" = "Agency".id)
        ORDER BY "Agency".code, asked.year`);
      return withSelectionNotices(context, filter, rows);
    },
  }),
}));
