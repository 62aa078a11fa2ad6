import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { thresholds } from '../../base/thresholds.logic.ts';
import { basisOfFinding } from '../../finding/basis.type.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import { monthYearEn, monthYearTh } from '../../tenancy/sql-words.ts';
import type { TaskSource } from './task.ts';

const { monthlyReportDueDay, orderEndsSoonDays, progressReportWorkingDays } = thresholds;

/** What plans and orders that run wait for, and what was found. */
export const workTasks: readonly TaskSource[] = [
  {
    kind: 'MONTHLY_REPORT_DUE',
    roles: ['EDITOR', 'APPROVER'],
    meaning: 'รายงานการใช้อำนาจประจำเดือนที่ยังไม่ส่ง · A monthly report on delegated powers that is not filed.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ผู้รับมอบอำนาจรายงานทุกเดือน ภายในวันที่ ${monthlyReportDueDay} ของเดือนถัดไป`,
    titleTh: 'รายงานการใช้อำนาจประจำเดือน%1$s ของ%2$s ตามคำสั่งที่ %4$s',
    titleEn: 'Report for %5$s of %3$s on order %4$s',
    found: ({ agencyId, today }) => Prisma.sql`
      SELECT 'DelegationOrder' AS type, w."orderId" AS id,
        ARRAY[${monthYearTh('w.month')}, d."titleTh" COLLATE "C", coalesce(d."titleEn", d."titleTh"), w."orderName", ${monthYearEn('w.month')}] AS said,
        w."dueOn", d."agencyId"
      FROM app.monthly_reports_owed(${agencyId}::uuid, NULL, ${today}::date) w
      JOIN "Position" d ON d."agencyId" = ${agencyId}::uuid AND d.id = w."delegateId"
      WHERE w."filedOn" IS NULL AND w.month < date_trunc('month', ${today}::date::timestamp)`,
  },
  {
    kind: 'PROGRESS_REPORT_DUE',
    roles: ['EDITOR', 'APPROVER'],
    meaning:
      'รายงานความก้าวหน้าของไตรมาสที่เพิ่งสิ้นสุด · The progress report on the quarter that ended last, of a project of an approved or published plan, also while it is amended; a plan owes none of quarters that ended before the centre first approved it, and none at all while it is only imported.',
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: ภายใน ${progressReportWorkingDays} วันทำการหลังสิ้นไตรมาส ตั้งแต่ไตรมาสที่แผนได้รับความเห็นชอบ`,
    titleTh: 'รายงานความก้าวหน้าไตรมาส %1$s/%2$s: %3$s',
    titleEn: 'Progress in quarter %1$s of %2$s: %4$s',
    found: ({ agencyId, quarter: { fiscalYear, quarter, endedOn, dueOn } }) => Prisma.sql`
      SELECT 'Project' AS type, j.id,
        ARRAY[${String(quarter)}::text, ${String(fiscalYear)}::text, left(j."titleTh", 200), left(coalesce(j."titleEn", j."titleTh"), 200)] AS said,
        ${dueOn}::date AS "dueOn", j."agencyId"
      FROM "Plan" p CROSS JOIN LATERAL app.plan_first_approved(${agencyId}::uuid, p.id) a
      JOIN "Project" j ON j."agencyId" = ${agencyId}::uuid AND j."planId" = p.id
      WHERE p."agencyId" = ${agencyId}::uuid AND app.plan_owes_reports(p.status, p."isAmendment", p."isImported")
        AND app.is_owed_from(a."firstApprovedOn", ${endedOn}::date) AND NOT app.project_has_ended(j.status)
        AND app.project_runs_in(j."fiscalYears", j.quarters, ${fiscalYear}::int, ${quarter}::int)
        AND NOT EXISTS (SELECT 1 FROM "ProgressReport" w WHERE w."agencyId" = ${agencyId}::uuid AND w."projectId" = j.id
          AND w."fiscalYear" = ${fiscalYear}::int AND w.quarter = ${quarter}::int)`,
  },
  {
    kind: 'ORDER_ENDING',
    roles: ['APPROVER'],
    meaning: `คำสั่งที่ใกล้สิ้นผล (${orderEndsSoonDays} วัน) · An order in force that ends within ${orderEndsSoonDays} days.`,
    basis: 'REGISTRY_RULE',
    basisTh: `${ownRule}: เตือนก่อนคำสั่งสิ้นผล ${orderEndsSoonDays} วัน`,
    titleTh: 'คำสั่งที่ %1$s ใกล้สิ้นผล: %2$s',
    titleEn: 'Order %1$s is about to end: %2$s',
    found: ({ agencyId, today }) => Prisma.sql`
      SELECT 'DelegationOrder' AS type, o.id, ARRAY[o."orderNo" || '/' || o.year, o."titleTh"] AS said,
        o."effectiveTo" AS "dueOn", o."agencyId"
      FROM "DelegationOrder" o
      WHERE o."agencyId" = ${agencyId}::uuid AND app.order_ends_soon(o.status, o."effectiveFrom", o."effectiveTo", ${today}::date)`,
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
