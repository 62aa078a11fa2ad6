-- Has every change of a part counted. `path` leads from the part to its record: the column that points to the whole, that whole, its column,
-- and so on. Each part has a function of its own, whose statement is planned once per connection. A transaction counts once, however many
-- rows it changes: walking over the versions of one row that it left behind itself would take longer and longer.
CREATE OR REPLACE PROCEDURE app.write_count_function(part text, VARIADIC path text[]) LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  tables text[] := '{}';
  joins text := '';
  record text := format('part.%I', path[1]);
  whole text;
BEGIN
  FOR i IN 1 .. cardinality(path) / 2 LOOP
    whole := format('w%s', i);
    tables := tables || format('public.%I %I', path[2 * i], whole);
    joins := joins || format(' AND %1$I."agencyId" = part."agencyId" AND %1$I.id = %2$s', whole, record);
    record := format('%I.%I', whole, path[2 * i + 1]);
  END LOOP;
  EXECUTE format('CREATE OR REPLACE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS %L',
    'count_' || part, format($f$
DECLARE
  this CONSTANT bigint := pg_current_xact_id()::text::bigint;
  part public.%1$I := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  LOOP
    UPDATE public."ContentRevision" c SET number = c.number + 1, "changedIn" = this %2$s
    WHERE c."agencyId" = part."agencyId" AND c.id = %4$s AND c."changedIn" <> this%3$s;
    -- What was moved changes the record that it leaves, too.
    EXIT WHEN TG_OP <> 'UPDATE' OR part.%5$I IS NOT DISTINCT FROM OLD.%5$I;
    part := OLD;
  END LOOP;
  RETURN NULL;
END$f$, part, 'FROM ' || nullif(array_to_string(tables, ', '), ''), joins, record, path[1]));
  EXECUTE format('REVOKE ALL ON FUNCTION app.%I() FROM PUBLIC', 'count_' || part);
END $$;
REVOKE ALL ON PROCEDURE app.write_count_function(text, text[]) FROM PUBLIC;

-- For the migration that adds a part: its function and its triggers. The part also belongs into the list below.
-- A change of disclosure alone is not counted: it follows from the status of the record, which has a version of its own.
CREATE OR REPLACE PROCEDURE app.count_changes_of(part text, VARIADIC path text[]) LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  CALL app.write_count_function(part, VARIADIC path);
  EXECUTE format('CREATE TRIGGER count_content AFTER INSERT OR DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION app.%I()',
    part, 'count_' || part);
  EXECUTE format('CREATE TRIGGER count_changed_content AFTER UPDATE ON public.%I FOR EACH ROW WHEN (OLD.disclosure = NEW.disclosure OR OLD.%I <> NEW.%I) EXECUTE FUNCTION app.%I()',
    part, path[1], path[1], 'count_' || part);
END $$;
REVOKE ALL ON PROCEDURE app.count_changes_of(text, text[]) FROM PUBLIC;

DO $$
DECLARE part text;
BEGIN
  FOREACH part IN ARRAY ARRAY['PlanStatement', 'PrintedFigure', 'Project'] LOOP
    CALL app.write_count_function(part, 'planId');
  END LOOP;
  FOREACH part IN ARRAY ARRAY['ProjectStep', 'TargetGroup', 'BudgetLine', 'Indicator', 'ProjectUnit', 'ProjectNote', 'ProgressReport',
    'DelegationMeasure'] LOOP
    CALL app.write_count_function(part, 'projectId', 'Project', 'planId');
  END LOOP;
  CALL app.write_count_function('ProgressIndicatorValue', 'reportId', 'ProgressReport', 'projectId', 'Project', 'planId');
  CALL app.write_count_function('DelegationChain', 'measureId', 'DelegationMeasure', 'projectId', 'Project', 'planId');
  CALL app.write_count_function('DelegationDuty', 'measureId', 'DelegationMeasure', 'projectId', 'Project', 'planId');
  CALL app.write_count_function('SwotItem', 'analysisId');
  CALL app.write_count_function('SwotItemRisk', 'itemId', 'SwotItem', 'analysisId');
  CALL app.write_count_function('SwotItemProject', 'itemId', 'SwotItem', 'analysisId');
  CALL app.write_count_function('Risk', 'registerId');
  CALL app.write_count_function('AreaWithoutRisk', 'registerId');
  FOREACH part IN ARRAY ARRAY['RiskCause', 'Assessment', 'Control', 'Mitigation', 'Acceptance', 'RiskPower'] LOOP
    CALL app.write_count_function(part, 'riskId', 'Risk', 'registerId');
  END LOOP;
  CALL app.write_count_function('DelegatedPower', 'orderId');
  CALL app.write_count_function('MonthlyReport', 'orderId');
  CALL app.write_count_function('PowerUse', 'reportId', 'MonthlyReport', 'orderId');
  CALL app.write_count_function('YearReportItem', 'reportId');
  CALL app.write_count_function('YearReportValue', 'itemId', 'YearReportItem', 'reportId');
  CALL app.write_count_function('YearReportMeasure', 'itemId', 'YearReportItem', 'reportId');
END $$;
