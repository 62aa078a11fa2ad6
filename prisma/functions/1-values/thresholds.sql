-- Days and months of the registry's own rules, as packages/schema/src/base/thresholds.logic.ts explains them; a test holds both equal.
CREATE OR REPLACE FUNCTION app.order_ends_soon_days() RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 60;

CREATE OR REPLACE FUNCTION app.due_soon_days() RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 30;

CREATE OR REPLACE FUNCTION app.missing_report_months() RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 12;

CREATE OR REPLACE FUNCTION app.monthly_report_due_day() RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 10;

CREATE OR REPLACE FUNCTION app.declaration_due_days() RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 30;

CREATE OR REPLACE FUNCTION app.acknowledgement_due_days() RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 60;

CREATE OR REPLACE FUNCTION app.review_months(level "CurrentRiskLevel") RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE level WHEN 'EXTREME' THEN 1 WHEN 'HIGH' THEN 3 WHEN 'MEDIUM' THEN 6 WHEN 'LOW' THEN 12 END;
