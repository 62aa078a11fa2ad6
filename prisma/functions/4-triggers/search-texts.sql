-- Keeps the words of records as they are searched. Each table has a function of its own, whose statement is planned once per connection; they
-- write with the owner's rights, as the application has none on "SearchText".
CREATE OR REPLACE PROCEDURE app.write_search_function(record text, kind "SearchKind") LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  CALL app.write_search_function_for(record, kind, 'NEW.id');
END $$;
REVOKE ALL ON PROCEDURE app.write_search_function(text, "SearchKind") FROM PUBLIC;

-- The same for a table whose rows say something of records of a kind: `records` names them, as an id or a query of ids.
CREATE OR REPLACE PROCEDURE app.write_search_function_for(record text, kind "SearchKind", records text) LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format('CREATE OR REPLACE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS %L', 'search_' || record, format(
      'BEGIN
         INSERT INTO "SearchText" AS kept (id, "agencyId", disclosure, kind, year, words, texts)
         SELECT id, "agencyId", disclosure, kind, year, words, texts FROM app.search_source WHERE kind = %1$L AND id IN (%2$s)
         ON CONFLICT (id) DO UPDATE SET disclosure = excluded.disclosure, year = excluded.year, words = excluded.words, texts = excluded.texts;
         RETURN NULL;
       END', kind, records));
  EXECUTE format('REVOKE ALL ON FUNCTION app.%I() FROM PUBLIC', 'search_' || record);
END $$;
REVOKE ALL ON PROCEDURE app.write_search_function_for(text, "SearchKind", text) FROM PUBLIC;

DO $$
BEGIN
  CALL app.write_search_function('Plan', 'PLAN');
  CALL app.write_search_function('Project', 'PROJECT');
  CALL app.write_search_function('SwotItem', 'SWOT_ITEM');
  CALL app.write_search_function('RiskRegister', 'RISK_REGISTER');
  CALL app.write_search_function('Risk', 'RISK');
  CALL app.write_search_function('Mitigation', 'MITIGATION');
  CALL app.write_search_function('DelegationOrder', 'DELEGATION_ORDER');
  CALL app.write_search_function('DelegatedPower', 'DELEGATED_POWER');
  CALL app.write_search_function('Finding', 'FINDING');
  CALL app.write_search_function('Declaration', 'DECLARATION');
  CALL app.write_search_function('IntegrityActivity', 'INTEGRITY_ACTIVITY');
  CALL app.write_search_function('Committee', 'COMMITTEE');
  CALL app.write_search_function('PublicItem', 'PUBLIC_ITEM');
  CALL app.write_search_function('YearReport', 'YEAR_REPORT');
  CALL app.write_search_function('YearReportItem', 'YEAR_REPORT_ITEM');
  CALL app.write_search_function('InternalAudit', 'INTERNAL_AUDIT');
  CALL app.write_search_function('AuditObservation', 'AUDIT_OBSERVATION');
  CALL app.write_search_function('OitItem', 'OIT_ITEM');
  CALL app.write_search_function('Guideline', 'GUIDELINE');
  CALL app.write_search_function('GuidelineResult', 'GUIDELINE_RESULT');
  CALL app.write_search_function('ItaAssessment', 'ITA_ASSESSMENT');
  CALL app.write_search_function('LibraryRisk', 'LIBRARY_RISK');
  CALL app.write_search_function_for('CommitteeMember', 'COMMITTEE', 'coalesce(NEW."committeeId", OLD."committeeId")');
  CALL app.write_search_function_for('Position', 'COMMITTEE', 'SELECT m."committeeId" FROM "CommitteeMember" m WHERE m."agencyId" = NEW."agencyId" AND m."positionId" = NEW.id');
  CALL app.write_search_function_for('GuidelineResultPart', 'GUIDELINE_RESULT', 'coalesce(NEW."resultId", OLD."resultId")');
  CALL app.write_search_function_for('OitChecklistItem', 'OIT_ITEM', 'SELECT i.id FROM "OitItem" i WHERE i."checklistItemId" = NEW.id');
END $$;

CREATE OR REPLACE FUNCTION app.disclose_search_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  UPDATE "SearchText" SET disclosure = NEW.disclosure WHERE id = NEW.id AND disclosure <> NEW.disclosure;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.disclose_search_text() FROM PUBLIC;

CREATE OR REPLACE FUNCTION app.end_search_text() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  DELETE FROM "SearchText" WHERE id = OLD.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.end_search_text() FROM PUBLIC;
