import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { builder } from '../core/builder.ts';
import { RecordStatus } from '../core/enums.ts';
import { cityDb } from '../tenancy/city-db.ts';
import { agenciesIn } from './asked-agencies.ts';
import { Centre } from './centre.type.ts';
import { agencyCondition, CentreFilterInput } from './filter.ts';

type Status = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'APPROVED' | 'PUBLISHED' | 'CLOSED';
type Row = {
  code: string;
  nameTh: string;
  nameEn: string;
  plan: Status | null;
  swotAnalysis: Status | null;
  riskRegister: Status | null;
  riskCount: number;
  unassessedRiskCount: number;
  ordersInForce: number;
};

const status = (th: string, en: string) => ({
  type: RecordStatus,
  nullable: true as const,
  description: `สถานะของ${th}; null = ยังไม่ส่ง · Status of the ${en}; null when none has been submitted.`,
});

const Completeness = builder.objectRef<Row>('Completeness').implement({
  description: 'ความครบถ้วนของหน่วยงานหนึ่งในปีงบประมาณ · What one agency has submitted for a fiscal year.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'รหัสหน่วยงาน · Code of the agency.' }),
    nameTh: t.exposeString('nameTh', { description: 'ชื่อภาษาไทย · Thai name.' }),
    nameEn: t.exposeString('nameEn', { description: 'ชื่อภาษาอังกฤษ · English name.' }),
    plan: t.expose('plan', status('แผนที่ครอบคลุมปีนี้', 'plan that covers the year')),
    swotAnalysis: t.expose('swotAnalysis', status('การวิเคราะห์ SWOT', 'SWOT analysis')),
    riskRegister: t.expose('riskRegister', status('ทะเบียนความเสี่ยง', 'risk register')),
    riskCount: t.exposeInt('riskCount', { description: 'จำนวนความเสี่ยงในทะเบียน · Number of risks in the register.' }),
    unassessedRiskCount: t.exposeInt('unassessedRiskCount', {
      description: 'จำนวนที่ยังไม่ประเมิน · Of these, unassessed.',
    }),
    ordersInForce: t.exposeInt('ordersInForce', {
      description: 'คำสั่งมอบอำนาจที่มีผลในปีนี้ · Delegation orders in force at some time of the year.',
    }),
  }),
});

builder.objectFields(Centre, (t) => ({
  completeness: t.field({
    type: [Completeness],
    description:
      'หน่วยงานใดส่งส่วนใดแล้ว รวมหน่วยงานที่ยังไม่ส่งอะไร · Which agency has submitted which part for a fiscal year; agencies that submitted nothing are there too. By code.',
    listSize: ({ filter }, population) => agenciesIn(filter, population),
    args: {
      fiscalYear: t.arg({ type: 'FiscalYear', required: true, description: 'ปีงบประมาณ · Fiscal year.' }),
      filter: t.arg({ type: CentreFilterInput, description: 'ขอบเขต · Which agencies.' }),
    },
    resolve: (_centre, { fiscalYear, filter }, context) => {
      const { floor, query } = cityDb(context);
      const yearStart = new Date(Date.UTC(fiscalYear - 544, 9, 1));
      const yearEnd = new Date(Date.UTC(fiscalYear - 543, 8, 30));
      return query<Row>(Prisma.sql`
        SELECT g.code, g."nameTh", g."nameEn", plan.status::text AS plan, swot.status::text AS "swotAnalysis",
          register.status::text AS "riskRegister", coalesce(risks.total, 0) AS "riskCount",
          coalesce(risks.unassessed, 0) AS "unassessedRiskCount", coalesce(orders.total, 0) AS "ordersInForce"
        FROM "Agency" g
        LEFT JOIN (
          SELECT "agencyId", max(status) AS status FROM "Plan"
          WHERE disclosure >= ${floor} AND ${fiscalYear} BETWEEN "fiscalYearFrom" AND "fiscalYearTo" GROUP BY 1
        ) plan ON plan."agencyId" = g.id
        LEFT JOIN (
          SELECT "agencyId", max(status) AS status FROM "SwotAnalysis"
          WHERE disclosure >= ${floor} AND "fiscalYear" = ${fiscalYear} GROUP BY 1
        ) swot ON swot."agencyId" = g.id
        LEFT JOIN (
          SELECT "agencyId", max(status) AS status FROM "RiskRegister"
          WHERE disclosure >= ${floor} AND "fiscalYear" = ${fiscalYear} GROUP BY 1
        ) register ON register."agencyId" = g.id
        LEFT JOIN (
          SELECT "agencyId", sum("unassessedRisks" + "lowRisks" + "mediumRisks" + "highRisks" + "extremeRisks")::int AS total,
            sum("unassessedRisks")::int AS unassessed
          FROM "RegisterSummary"
          WHERE disclosure >= ${floor} AND "fiscalYear" = ${fiscalYear} GROUP BY 1
        ) risks ON risks."agencyId" = g.id
        LEFT JOIN (
          SELECT "agencyId", count(*)::int AS total FROM "DelegationOrder"
          WHERE disclosure >= ${floor} AND status <> 'DRAFT' AND "effectiveFrom" <= ${yearEnd}::date
            AND coalesce("endedOn" - 1, "effectiveTo", 'infinity') >= ${yearStart}::date
          GROUP BY 1
        ) orders ON orders."agencyId" = g.id
        WHERE ${agencyCondition(filter)}
        ORDER BY g.code`);
    },
  }),
}));
