import { seedAccountId } from '../rows/seed-account.ts';
import { LAST_YEAR, type LoadAgency } from './load-agency.ts';
import type { LoadSession } from './session.ts';

/** The approved reports of the periods that are over, on the plan and on the registers with bribery risks; the plan and its reports were sent on. */
export async function loadYearReports(session: LoadSession, { id, code, firstYear }: LoadAgency): Promise<number> {
  const reports = await session.run`
    INSERT INTO "YearReport" (id, "agencyId", disclosure, kind, "planId", "registerId", "fiscalYear", "summaryTh", "signedById", "signedOn", status, origin)
    SELECT pg_temp.identifier(concat_ws(':', 'year-report', ${code}::text, y, k.kind)), ${id}::uuid, 2, k.kind,
      CASE WHEN k.kind <> 'BRIBERY_RISKS' THEN pg_temp.identifier('plan:' || ${code}::text) END, CASE WHEN k.kind = 'BRIBERY_RISKS' THEN g.id END, y,
      'ดำเนินการได้ตามแผนเป็นส่วนใหญ่', pg_temp.identifier('position:' || ${code}::text || ':DIR'), app.year_report_ends(k.kind, y) + 10, 'APPROVED', 'SAMPLE'
    FROM generate_series(${firstYear}::int, ${LAST_YEAR}::int) y CROSS JOIN unnest(enum_range(NULL::"YearReportKind")) AS k (kind)
    LEFT JOIN "RiskRegister" g ON k.kind = 'BRIBERY_RISKS' AND g."agencyId" = ${id}::uuid AND g."fiscalYear" = y AND g.status = 'APPROVED'
      AND EXISTS (SELECT 1 FROM "Risk" r WHERE r."agencyId" = g."agencyId" AND r."registerId" = g.id AND 'BRIBERY' = ANY (r."corruptionTypes"))
    WHERE app.year_report_ends(k.kind, y) + 30 < CURRENT_DATE AND (k.kind <> 'BRIBERY_RISKS' OR g.id IS NOT NULL)`;
  const items = await session.run`
    INSERT INTO "YearReportItem" (id, "agencyId", disclosure, "reportId", "sortOrder", "projectId", "riskId", "titleTh", "resultTh", "progressPercent",
      "levelBefore", "levelAfter")
    SELECT pg_temp.identifier(concat_ws(':', 'year-report-item', r.id, of.id)), ${id}::uuid, 2, r.id, row_number() OVER (PARTITION BY r.id ORDER BY of.place, of.id),
      CASE WHEN r."planId" IS NOT NULL THEN of.id END, CASE WHEN r."planId" IS NULL THEN of.id END, of.title, 'ดำเนินการแล้ว',
      CASE WHEN r."planId" IS NOT NULL THEN 100 END, CASE WHEN r."planId" IS NULL THEN of.level END, CASE WHEN r."planId" IS NULL THEN of.level END
    FROM "YearReport" r JOIN (
      SELECT "planId" AS owner, NULL::int AS year, id, "titleTh" AS title, "sortOrder" AS place, NULL::"CurrentRiskLevel" AS level, "fiscalYears" AS years
        FROM "Project" WHERE "agencyId" = ${id}::uuid
      UNION ALL
      SELECT "registerId", "fiscalYear", id, "titleTh", 0, level, NULL FROM "Risk" WHERE "agencyId" = ${id}::uuid AND 'BRIBERY' = ANY ("corruptionTypes")
    ) of ON of.owner = coalesce(r."planId", r."registerId") AND (of.years IS NULL OR r."fiscalYear" = ANY (of.years))
    WHERE r."agencyId" = ${id}::uuid`;
  const changes = await session.run`
    INSERT INTO "StatusChange" (id, "agencyId", disclosure, "reportId", act, "fromStatus", "toStatus", comment, "accountId", role, at)
    SELECT pg_temp.identifier(concat_ws(':', 'status-change', r.id, s.act)), ${id}::uuid, 2, r.id, s.act::"LifecycleAct", s.was::"LifecycleStatus",
      s.becomes::"LifecycleStatus", 'ข้อมูลทดสอบภาระงาน', ${seedAccountId}::uuid, s.role::"Role", r."signedOn" + s.days
    FROM "YearReport" r CROSS JOIN (VALUES ('SUBMIT', 'DRAFT', 'SUBMITTED', 'APPROVER', 5), ('APPROVE', 'SUBMITTED', 'APPROVED', 'CENTRE', 12))
      AS s (act, was, becomes, role, days) WHERE r."agencyId" = ${id}::uuid`;
  const submissions = await session.run`
    INSERT INTO "PlanSubmission" (id, "agencyId", disclosure, "planId", "reportId", round, "submittedOn", origin)
    SELECT pg_temp.identifier(concat_ws(':', 'submission', o."planId", o."reportId")), ${id}::uuid, 2, o."planId", o."reportId",
      row_number() OVER (PARTITION BY o."planId", o."reportId"), o."approvedOn" + 7, 'SAMPLE'
    FROM app.plan_submissions_owed(${id}::uuid) o`;
  return reports + items + changes + submissions;
}
