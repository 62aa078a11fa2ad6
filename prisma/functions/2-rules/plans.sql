-- Whether analysts read a record and the city counts on it. TypeScript: isInForce in lifecycle/lifecycle.logic.ts.
CREATE OR REPLACE FUNCTION app.record_is_in_force(status "RecordStatus", is_amendment boolean) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN is_amendment OR status IN ('IMPORTED', 'APPROVED', 'PUBLISHED');

-- Whether the projects of a plan are reported on here. TypeScript: plan/running.logic.ts.
CREATE OR REPLACE FUNCTION app.plan_owes_reports(status "RecordStatus", is_amendment boolean, is_imported boolean) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN app.record_is_in_force(status, is_amendment) AND NOT is_imported;

-- The day on which the centre first approved a plan; one row, null where it never did.
CREATE OR REPLACE FUNCTION app.plan_first_approved(agency uuid, plan uuid) RETURNS TABLE ("firstApprovedOn" date)
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT min((s.at AT TIME ZONE 'Asia/Bangkok')::date) FROM public."StatusChange" s
  WHERE s."agencyId" = agency AND s."planId" = plan AND s.act = 'APPROVE';
END;

-- Whether the registry's own rules ask for what belongs to a period. TypeScript: lifecycle/record/first-approval.logic.ts.
CREATE OR REPLACE FUNCTION app.is_owed_from(first_approved_on date, period_ends_on date) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN first_approved_on IS NULL OR first_approved_on <= period_ends_on;

-- Whether nothing more happens to a project. TypeScript: plan/plan-closing.logic.ts, as the next.
CREATE OR REPLACE FUNCTION app.project_has_ended(status "ProjectStatus") RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN status IN ('DONE', 'CANCELLED', 'NOT_DONE');

-- The last fiscal year of a project; that of its plan where it names none. One row.
CREATE OR REPLACE FUNCTION app.project_last_year(fiscal_years integer[], plan_last_year integer) RETURNS TABLE ("lastYear" integer)
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(max(year), plan_last_year) FROM unnest(fiscal_years) AS year;
END;

-- Whether a project runs in a quarter: in those that it names, in all where it names none. TypeScript: plan/report-due.logic.ts.
CREATE OR REPLACE FUNCTION app.project_runs_in(fiscal_years integer[], quarters integer[], fiscal_year integer, quarter integer) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN fiscal_year = ANY (fiscal_years) AND (cardinality(quarters) = 0 OR quarter = ANY (quarters));
