-- The last day of the period of a year report. TypeScript: report/year-report.logic.ts, as the next.
CREATE OR REPLACE FUNCTION app.year_report_ends(kind "YearReportKind", fiscal_year integer) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE kind WHEN 'SIX_MONTHS' THEN make_date(fiscal_year - 543, 3, 31) ELSE app.fiscal_year_ends(fiscal_year) END;

-- The last day on which a report is on time.
CREATE OR REPLACE FUNCTION app.year_report_due(kind "YearReportKind", fiscal_year integer) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN app.year_report_ends(kind, fiscal_year) + app.year_report_due_days();

-- The year reports that an agency owes by a day: of plans in force that were approved here before the period ended, and of registers in force with
-- bribery risks, for the years of thresholds.logic.ts. `reportId` is null where there is none, or a draft that was never submitted.
CREATE OR REPLACE FUNCTION app.year_reports_owed(agency uuid, today date) RETURNS TABLE (kind "YearReportKind", "planId" uuid, "registerId" uuid,
  "fiscalYear" integer, "endedOn" date, "dueOn" date, "reportId" uuid, status "RecordStatus", origin "Origin")
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT owed.kind, owed."planId", owed."registerId", owed.year, app.year_report_ends(owed.kind, owed.year), app.year_report_due(owed.kind, owed.year),
    r.id, r.status, owed.origin
  FROM (
    SELECT k.kind, p.id AS "planId", NULL::uuid AS "registerId", y.year, a."firstApprovedOn", p.origin
    FROM public."Plan" p CROSS JOIN LATERAL app.plan_first_approved(agency, p.id) a
    CROSS JOIN LATERAL generate_series(greatest(p."fiscalYearFrom", app.fiscal_year_of(today) - app.year_report_years()), least(p."fiscalYearTo", app.fiscal_year_of(today))) y (year)
    CROSS JOIN unnest(ARRAY['SIX_MONTHS', 'TWELVE_MONTHS']::public."YearReportKind"[]) k (kind)
    WHERE p."agencyId" = agency AND app.plan_owes_reports(p.status, p."isAmendment", p."isImported")
    UNION ALL
    SELECT 'BRIBERY_RISKS', NULL, g.id, g."fiscalYear", NULL, g.origin
    FROM public."RiskRegister" g
    WHERE g."agencyId" = agency AND app.plan_owes_reports(g.status, g."isAmendment", g."isImported")
      AND g."fiscalYear" BETWEEN app.fiscal_year_of(today) - app.year_report_years() AND app.fiscal_year_of(today)
      AND EXISTS (SELECT 1 FROM public."Risk" k WHERE k."agencyId" = agency AND k."registerId" = g.id AND 'BRIBERY' = ANY (k."corruptionTypes"))
  ) owed
  LEFT JOIN public."YearReport" r ON r."agencyId" = agency AND r.kind = owed.kind AND r."fiscalYear" = owed.year
    AND (r."planId" = owed."planId" OR r."registerId" = owed."registerId")
  WHERE app.year_report_ends(owed.kind, owed.year) < today AND app.is_owed_from(owed."firstApprovedOn", app.year_report_ends(owed.kind, owed.year));
END;

-- What an agency has not sent to the national plan system: plans that the centre approved here and that are in force, and the reports on them, each
-- with the day of its first approval. `reportId` is null for a plan itself.
CREATE OR REPLACE FUNCTION app.plan_submissions_owed(agency uuid) RETURNS TABLE ("planId" uuid, "reportId" uuid, "fiscalYear" integer,
  "approvedOn" date, origin "Origin")
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT p.id, r.id, coalesce(r."fiscalYear", p."fiscalYearFrom"), d.day, coalesce(r.origin, p.origin)
  FROM public."Plan" p
  CROSS JOIN LATERAL (SELECT NULL::uuid AS id, NULL::integer AS "fiscalYear", NULL::public."Origin" AS origin
    UNION ALL
    SELECT y.id, y."fiscalYear", y.origin FROM public."YearReport" y WHERE y."agencyId" = agency AND y."planId" = p.id
      AND (y."isAmendment" OR y.status IN ('APPROVED', 'PUBLISHED'))) r
  CROSS JOIN LATERAL (SELECT min((s.at AT TIME ZONE 'Asia/Bangkok')::date) AS day FROM public."StatusChange" s
    WHERE s."agencyId" = agency AND s.act = 'APPROVE' AND (s."reportId" = r.id OR (r.id IS NULL AND s."planId" = p.id))) d
  WHERE p."agencyId" = agency AND app.plan_owes_reports(p.status, p."isAmendment", p."isImported") AND d.day IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM public."PlanSubmission" s WHERE s."agencyId" = agency AND s."planId" = p.id AND s."reportId" IS NOT DISTINCT FROM r.id);
END;
