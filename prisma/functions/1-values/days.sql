-- Days from the first to the last, both included; null where none is known. The body is bound and has no settings, so that it becomes a part of
-- the statement that calls it: that holds for all functions of 1-values and 2-rules that findings, tasks and totals ask.
CREATE OR REPLACE FUNCTION app.lasts(first_day date, last_day date, day date) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN first_day <= day AND (last_day IS NULL OR last_day >= day);

CREATE OR REPLACE FUNCTION app.share_a_day(one_first date, one_last date, other_first date, other_last date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (one_first IS NULL OR other_last IS NULL OR one_first <= other_last) AND (one_last IS NULL OR other_first IS NULL OR one_last >= other_first);
