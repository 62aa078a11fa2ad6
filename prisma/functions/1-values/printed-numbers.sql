-- A figure that is kept as it is printed, as a number; NULL for a text that is none. `ita/score.logic.ts` reads the same.
CREATE OR REPLACE FUNCTION app.printed_number(printed text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN substring(printed FROM '^\d{1,3}(?:\.\d{1,6})?$')::numeric;
