CREATE OR REPLACE FUNCTION app.is_high(level "CurrentRiskLevel") RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN level IN ('HIGH', 'EXTREME');

-- The day by which a risk is to be assessed again; an unassessed one is due at once. TypeScript: risk/review.logic.ts.
CREATE OR REPLACE FUNCTION app.review_due_on(level "CurrentRiskLevel", assessed_on date, day date) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce((assessed_on + make_interval(months => app.review_months(level)))::date, day);

-- The year of the register whose reviews count: the agency's latest.
CREATE OR REPLACE FUNCTION app.latest_register_year(agency uuid) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
RETURN (SELECT max(g."fiscalYear") FROM public."RiskRegister" g WHERE g."agencyId" = agency);

-- Whether the days of a record bind its agency: from the centre's first approval until it is closed.
CREATE OR REPLACE FUNCTION app.is_followed_up(status "RecordStatus", is_imported boolean) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN status <> 'CLOSED' AND NOT is_imported;

-- Whether a level has to be answered by measures or by an acceptance, by what its method says of it. TypeScript: method/level.logic.ts.
CREATE OR REPLACE FUNCTION app.level_needs_answer(needs_plan boolean, is_acceptable boolean) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(needs_plan OR NOT is_acceptable, false);

-- Whether an acceptance holds on a day for a risk of a level: not for one that rose above what was accepted. TypeScript: risk/acceptance.logic.ts.
CREATE OR REPLACE FUNCTION app.acceptance_covers(accepted "RiskLevel", accepted_on date, expires_on date, level "RiskLevel", day date)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN accepted_on <= day AND day <= expires_on AND accepted >= level;

-- The assessment of a phase that counts: the one of the latest day and, within a day, the one recorded last.
-- TypeScript: risk/latest-assessment.logic.ts.
CREATE OR REPLACE FUNCTION app.latest_assessment(agency uuid, risk uuid, asked "AssessmentPhase") 
RETURNS TABLE (id uuid, "methodId" uuid, likelihood integer, impact integer, score integer, level "RiskLevel") LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT a.id, a."methodId", a.likelihood, a.impact, a.score, a.level FROM public."Assessment" a
  WHERE a."agencyId" = agency AND a."riskId" = risk AND a.phase = asked
  ORDER BY a."assessedOn" DESC, a."createdAt" DESC, a.id DESC LIMIT 1;
END;
