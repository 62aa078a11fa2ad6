-- The half of its fiscal year in which a day lies, as packages/schema/src/gift/gift.logic.ts has it: October to March is half 1.
CREATE OR REPLACE FUNCTION app.half_of(day date) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN extract(month FROM day) BETWEEN 4 AND 9 THEN 2 ELSE 1 END;

CREATE OR REPLACE FUNCTION app.half_ends(year integer, half integer) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE half WHEN 1 THEN make_date(year - 543, 3, 31) ELSE app.fiscal_year_ends(year) END;

-- Figures that everybody may be told: a count of 1 to 4 might point to somebody, so it is left out, and so are all counts beside it, which would give
-- it away by what is missing from their total.
CREATE OR REPLACE FUNCTION app.told_count(count integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN count >= app.small_cell() OR count = 0 THEN count END;

CREATE OR REPLACE FUNCTION app.told_counts(counts integer[]) RETURNS integer[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (SELECT bool_and(app.told_count(n) IS NOT NULL) FROM unnest(counts) n) THEN counts
  ELSE array_fill(NULL::integer, ARRAY[cardinality(counts)]) END;

-- The half-years for which an agency owes a gift report or the statement that there was none: those of the years for which it declared its No Gift
-- Policy, once they have ended; with that declaration.
CREATE OR REPLACE FUNCTION app.gift_reports_owed(agency uuid, day date)
RETURNS TABLE ("declarationId" uuid, "fiscalYear" integer, half integer, "dueOn" date) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT d.id, d."fiscalYear", h.half, app.half_ends(d."fiscalYear", h.half) + app.gift_report_due_days()
  FROM "Declaration" d CROSS JOIN (VALUES (1), (2)) AS h (half)
  WHERE d."agencyId" = agency AND d.kind = 'NO_GIFT_POLICY' AND app.declaration_counts(d.status, d.origin)
    AND app.half_ends(d."fiscalYear", h.half) < day
    AND NOT EXISTS (SELECT 1 FROM "GiftReport" r
      WHERE r."agencyId" = agency AND r."fiscalYear" = d."fiscalYear" AND r.half = h.half AND r.status <> 'DRAFT')
    AND NOT EXISTS (SELECT 1 FROM "NoGiftStatement" s
      WHERE s."agencyId" = agency AND s."fiscalYear" = d."fiscalYear" AND s.half = h.half)
$$;
