import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { basisOfFinding } from '../../finding/basis.type.ts';
import { firstApprovedOn } from '../../lifecycle/first-approval.logic.ts';
import { isActedOn } from '../../lifecycle/imported.logic.ts';
import { REPORT_WORKING_DAYS } from '../../plan/report-due.logic.ts';
import { monthYearEn, monthYearTh } from '../../tenancy/sql-words.ts';
import { ownRule, type TaskSource } from './task.ts';

/** How long before its end an order shows, and how far back missing reports do. */
const ORDER_ENDING_DAYS = 60;
const MONTHS_LOOKED_BACK = 12;

/** What plans and orders that run wait for, and what was found. */
export const workTasks: readonly TaskSource[] = [
  {
    kind: 'MONTHLY_REPORT_DUE',
    roles: ['EDITOR', 'APPROVER'],
    meaning: 'รายงานการใช้อำนาจประจำเดือนที่ยังไม่ส่ง · A monthly report on delegated powers that is not filed.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ผู้รับมอบอำนาจรายงานทุกเดือน ภายในวันที่ 10 ของเดือนถัดไป`,
    titleTh: 'รายงานการใช้อำนาจประจำเดือน%1$s ของ%2$s ตามคำสั่งที่ %4$s',
    titleEn: 'Report for %5$s of %3$s on order %4$s',
    found: ({ agencyId, today }) => Prisma.sql`
      SELECT DISTINCT 'DelegationOrder' AS type, o.id,
        ARRAY[${monthYearTh('m.month')}, d."titleTh" COLLATE "C", coalesce(d."titleEn", d."titleTh"), o."orderNo" || '/' || o.year,
          ${monthYearEn('m.month')}] AS said,
        coalesce(r."dueOn", (m.month + interval '1 month 9 days')::date) AS "dueOn", o."agencyId"
      FROM "DelegationOrder" o JOIN "DelegatedPower" l ON l."agencyId" = ${agencyId}::uuid AND l."orderId" = o.id
      JOIN "Position" d ON d."agencyId" = ${agencyId}::uuid AND d.id = l."delegateId"
      CROSS JOIN LATERAL (SELECT least(l."revokedOn", o."endedOn", o."effectiveTo" + 1) AS "endsOn") e
      CROSS JOIN LATERAL (SELECT s::date AS month FROM generate_series(
        date_trunc('month', greatest(o."effectiveFrom", ${today}::date - make_interval(months => ${MONTHS_LOOKED_BACK}::int))::timestamp),
        least(date_trunc('month', ${today}::date::timestamp) - interval '1 day', (e."endsOn" - 1)::timestamp), interval '1 month') AS s) m
      LEFT JOIN "MonthlyReport" r ON r."agencyId" = ${agencyId}::uuid AND r."orderId" = o.id AND r."delegateId" = d.id
        AND r.month = m.month
      WHERE o."agencyId" = ${agencyId}::uuid AND o.status <> 'DRAFT' AND r."filedOn" IS NULL
        AND coalesce(e."endsOn" > o."effectiveFrom", true)`,
  },
  {
    kind: 'PROGRESS_REPORT_DUE',
    roles: ['EDITOR', 'APPROVER'],
    meaning:
      'รายงานความก้าวหน้าของไตรมาสที่เพิ่งสิ้นสุด · The progress report on the quarter that ended last, of a project of an approved or published plan, also while it is amended; a plan owes none of quarters that ended before the centre first approved it, and none at all while it is only imported.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ภายใน ${REPORT_WORKING_DAYS} วันทำการหลังสิ้นไตรมาส ตั้งแต่ไตรมาสที่แผนได้รับความเห็นชอบ`,
    titleTh: 'รายงานความก้าวหน้าไตรมาส %1$s/%2$s: %3$s',
    titleEn: 'Progress in quarter %1$s of %2$s: %4$s',
    found: ({ agencyId, quarter: { fiscalYear, quarter, endedOn, dueOn } }) => Prisma.sql`
      SELECT 'Project' AS type, j.id,
        ARRAY[${String(quarter)}::text, ${String(fiscalYear)}::text, left(j."titleTh", 200), left(coalesce(j."titleEn", j."titleTh"), 200)] AS said,
        ${dueOn}::date AS "dueOn", j."agencyId"
      FROM "Plan" p JOIN "Project" j ON j."agencyId" = ${agencyId}::uuid AND j."planId" = p.id
      WHERE p."agencyId" = ${agencyId}::uuid AND (p.status IN ('APPROVED', 'PUBLISHED') OR p."isAmendment") AND ${Prisma.raw(isActedOn('p'))}
        AND ${Prisma.raw(firstApprovedOn('p', 'id'))} <= ${endedOn}::date AND j.status IN ('PLANNED', 'IN_PROGRESS') AND ${fiscalYear}::int = ANY(j."fiscalYears")
        AND (cardinality(j.quarters) = 0 OR ${quarter}::int = ANY(j.quarters))
        AND NOT EXISTS (SELECT 1 FROM "ProgressReport" w WHERE w."agencyId" = ${agencyId}::uuid AND w."projectId" = j.id
          AND w."fiscalYear" = ${fiscalYear}::int AND w.quarter = ${quarter}::int)`,
  },
  {
    kind: 'ORDER_ENDING',
    roles: ['APPROVER'],
    meaning: 'คำสั่งที่ใกล้สิ้นผล (60 วัน) · An order in force that ends within 60 days.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: เตือนก่อนคำสั่งสิ้นผล ${ORDER_ENDING_DAYS} วัน`,
    titleTh: 'คำสั่งที่ %1$s ใกล้สิ้นผล: %2$s',
    titleEn: 'Order %1$s is about to end: %2$s',
    found: ({ agencyId, today }) => Prisma.sql`
      SELECT 'DelegationOrder' AS type, o.id, ARRAY[o."orderNo" || '/' || o.year, o."titleTh"] AS said,
        o."effectiveTo" AS "dueOn", o."agencyId"
      FROM "DelegationOrder" o
      WHERE o."agencyId" = ${agencyId}::uuid AND o.status = 'ISSUED' AND o."effectiveFrom" <= ${today}::date
        AND o."effectiveTo" BETWEEN ${today}::date AND ${today}::date + ${ORDER_ENDING_DAYS}::int`,
  },
  {
    kind: 'FINDING_TO_RESOLVE',
    roles: ['EDITOR', 'APPROVER'],
    meaning: 'ข้อสังเกตร้ายแรงที่ยังไม่แก้ไขหรือยุติ · An open finding of severity ERROR.',
    basis: 'DOCUMENT',
    basisTh: 'ตามฐานของข้อสังเกต',
    ownBasis: {
      basis: basisOfFinding(Prisma.sql`t.rule`),
      basisTh: Prisma.sql`coalesce(t."basisTh", concat_ws(' ', 'เอกสาร', t."sourceDocument", t."sourceSection"))`,
    },
    titleTh: '%1$s',
    titleEn: '%2$s',
    found: ({ agencyId }) => Prisma.sql`
      SELECT 'Finding' AS type, f.id, ARRAY[f."messageTh", f."messageEn"] AS said, NULL::date AS "dueOn", f."agencyId",
        f."basisTh", CASE WHEN f."ruleKey" IS NOT NULL THEN f.code END AS rule, f."sourceDocument", f."sourceSection"
      FROM "Finding" f WHERE f."agencyId" = ${agencyId}::uuid AND f.severity = 'ERROR' AND f."dismissedAt" IS NULL`,
  },
];
