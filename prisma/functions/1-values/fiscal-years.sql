-- The last day of a fiscal year, as packages/schema/src/calendar/fiscal-year.logic.ts has it.
CREATE OR REPLACE FUNCTION app.fiscal_year_ends(year integer) RETURNS date LANGUAGE sql IMMUTABLE
RETURN make_date(year - 543, 9, 30);
