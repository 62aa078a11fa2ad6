-- The first day on which a line of an order is no longer in force, or the order itself (whose lines are revoked one by one): the earliest of
-- its ends, null while it has none. TypeScript: delegation/authority/in-force.logic.ts.
CREATE OR REPLACE FUNCTION app.order_ends_on(revoked_on date, ended_on date, effective_to date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN least(revoked_on, ended_on, effective_to + 1);

-- Whether what starts on a day and ends before another is in force on a third.
CREATE OR REPLACE FUNCTION app.is_in_force(starts_on date, ends_on date, day date) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN starts_on <= day AND (ends_on IS NULL OR ends_on > day);

-- Whether it is in force on a day from one to another. What ends before it starts is never in force.
CREATE OR REPLACE FUNCTION app.is_in_force_between(starts_on date, ends_on date, first_day date, last_day date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN starts_on <= last_day AND (ends_on IS NULL OR (ends_on > first_day AND ends_on > starts_on));
