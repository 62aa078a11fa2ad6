-- Whether a mitigation still answers its risk, and how it stands on a day. TypeScript: risk/mitigation.logic.ts.
CREATE OR REPLACE FUNCTION app.mitigation_is_live(status "MitigationStatus") RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN status IN ('PLANNED', 'IN_PROGRESS');

CREATE OR REPLACE FUNCTION app.mitigation_is_overdue(status "MitigationStatus", due_on date, day date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN app.mitigation_is_live(status) AND due_on < day;

CREATE OR REPLACE FUNCTION app.mitigation_is_due_soon(status "MitigationStatus", due_on date, day date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN app.mitigation_is_live(status) AND due_on <= day + app.due_soon_days();
