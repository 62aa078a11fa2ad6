-- Whether an audit of the plan of a year waits to be done: it is confirmed, its month has begun, and no day of it is noted.
CREATE OR REPLACE FUNCTION app.is_internal_audit_due(status "EntryStatus", planned_month date, held_from date, day date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN status <> 'DRAFT' AND held_from IS NULL AND planned_month <= day;

-- The last day of the month for which an audit is planned.
CREATE OR REPLACE FUNCTION app.internal_audit_due_on(planned_month date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (planned_month + interval '1 month')::date - 1;

-- Whether the recommendation of a confirmed observation waits to be followed.
CREATE OR REPLACE FUNCTION app.is_observation_open(status "EntryStatus", follow_up "AuditFollowUp") RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN status <> 'DRAFT' AND follow_up <> 'DONE';
