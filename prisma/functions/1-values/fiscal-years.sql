-- Fiscal years, as packages/schema/src/base/fiscal-year.logic.ts has them: that of 2567 is 1 October 2023 to 30 September 2024.
CREATE OR REPLACE FUNCTION app.fiscal_year_begins(year integer) RETURNS date LANGUAGE sql IMMUTABLE
RETURN make_date(year - 544, 10, 1);

CREATE OR REPLACE FUNCTION app.fiscal_year_ends(year integer) RETURNS date LANGUAGE sql IMMUTABLE
RETURN make_date(year - 543, 9, 30);

CREATE OR REPLACE FUNCTION app.is_year_over(year integer, day date) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN app.fiscal_year_ends(year) < day;

-- From October on a day is in the fiscal year that bears the number of the year to come.
CREATE OR REPLACE FUNCTION app.fiscal_year_of(day date) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN extract(year FROM day + interval '3 months')::int + 543;
