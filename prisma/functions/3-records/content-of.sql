CREATE OR REPLACE FUNCTION app.content_of(kind "RecordKind", agency uuid, record uuid) RETURNS jsonb LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT CASE kind
    WHEN 'PLAN' THEN app.content_of_plan(agency, record)
    WHEN 'SWOT_ANALYSIS' THEN app.content_of_swot(agency, record)
    WHEN 'RISK_REGISTER' THEN app.content_of_register(agency, record)
    WHEN 'YEAR_REPORT' THEN app.content_of_year_report(agency, record)
  END
$$;
