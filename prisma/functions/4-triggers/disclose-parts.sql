-- A part takes its disclosure from its whole. Each part has a function of its own, whose statement is planned once per connection.
CREATE OR REPLACE PROCEDURE app.write_disclose_function(part text, whole text, link text) LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format('CREATE OR REPLACE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS %L',
    'disclose_' || part, format(
      'BEGIN NEW.disclosure := coalesce((SELECT disclosure FROM public.%I WHERE "agencyId" = NEW."agencyId" AND id = NEW.%I), 0); RETURN NEW; END',
      whole, link));
END $$;
REVOKE ALL ON PROCEDURE app.write_disclose_function(text, text, text) FROM PUBLIC;

-- For the migration that adds a part: its function and its trigger. The part also belongs into the list below.
CREATE OR REPLACE PROCEDURE app.disclose_like(part text, whole text, link text) LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  CALL app.write_disclose_function(part, whole, link);
  EXECUTE format('CREATE OR REPLACE TRIGGER disclose BEFORE INSERT OR UPDATE OF disclosure, %I ON public.%I FOR EACH ROW EXECUTE FUNCTION app.%I()',
    link, part, 'disclose_' || part);
END $$;
REVOKE ALL ON PROCEDURE app.disclose_like(text, text, text) FROM PUBLIC;

DO $$
DECLARE part text;
BEGIN
  FOREACH part IN ARRAY ARRAY['PlanStatement', 'PrintedFigure', 'Project', 'PlanSubmission'] LOOP
    CALL app.write_disclose_function(part, 'Plan', 'planId');
  END LOOP;
  FOREACH part IN ARRAY ARRAY['ProjectStep', 'TargetGroup', 'BudgetLine', 'Indicator', 'ProjectUnit', 'ProjectNote', 'ProgressReport',
    'DelegationMeasure'] LOOP
    CALL app.write_disclose_function(part, 'Project', 'projectId');
  END LOOP;
  CALL app.write_disclose_function('ProgressIndicatorValue', 'ProgressReport', 'reportId');
  CALL app.write_disclose_function('DelegationChain', 'DelegationMeasure', 'measureId');
  CALL app.write_disclose_function('DelegationDuty', 'DelegationMeasure', 'measureId');
  CALL app.write_disclose_function('SwotItem', 'SwotAnalysis', 'analysisId');
  CALL app.write_disclose_function('SwotItemRisk', 'SwotItem', 'itemId');
  CALL app.write_disclose_function('SwotItemProject', 'SwotItem', 'itemId');
  CALL app.write_disclose_function('Risk', 'RiskRegister', 'registerId');
  CALL app.write_disclose_function('AreaWithoutRisk', 'RiskRegister', 'registerId');
  FOREACH part IN ARRAY ARRAY['RiskCause', 'Assessment', 'Control', 'Mitigation', 'Acceptance', 'RiskPower'] LOOP
    CALL app.write_disclose_function(part, 'Risk', 'riskId');
  END LOOP;
  CALL app.write_disclose_function('DelegatedPower', 'DelegationOrder', 'orderId');
  CALL app.write_disclose_function('MonthlyReport', 'DelegationOrder', 'orderId');
  CALL app.write_disclose_function('PowerUse', 'MonthlyReport', 'reportId');
  CALL app.write_disclose_function('ReviewComment', 'StatusChange', 'changeId');
  CALL app.write_disclose_function('GuidelineResultPart', 'GuidelineResult', 'resultId');
  CALL app.write_disclose_function('YearReportItem', 'YearReport', 'reportId');
  CALL app.write_disclose_function('YearReportValue', 'YearReportItem', 'itemId');
  CALL app.write_disclose_function('YearReportMeasure', 'YearReportItem', 'itemId');
  CALL app.write_disclose_function('DeclarationAcknowledgement', 'Declaration', 'declarationId');
  CALL app.write_disclose_function('CommitteeMember', 'Committee', 'committeeId');
  FOREACH part IN ARRAY ARRAY['ItaInstrumentScore', 'ItaIndicatorScore', 'ItaRespondentTable', 'ItaRespondentRow'] LOOP
    CALL app.write_disclose_function(part, 'ItaAssessment', 'assessmentId');
  END LOOP;
END $$;
