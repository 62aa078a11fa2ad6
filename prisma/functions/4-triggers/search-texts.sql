-- Keeps the words of records as they are searched. Each table has a function of its own, whose statement is planned once per connection; they
-- write with the owner's rights, as the application has none on "SearchText".
CREATE OR REPLACE PROCEDURE app.write_search_function(record text, kind "SearchKind") LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format('CREATE OR REPLACE FUNCTION app.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS %L', 'search_' || record, format(
      'BEGIN
         INSERT INTO "SearchText" AS kept (id, "agencyId", disclosure, kind, year, words, texts)
         SELECT id, "agencyId", disclosure, kind, year, words, texts FROM app.search_source WHERE kind = %L AND id = NEW.id
         ON CONFLICT (id) DO UPDATE SET disclosure = excluded.disclosure, year = excluded.year, words = excluded.words, texts = excluded.texts;
         RETURN NULL;
       END', kind));
  EXECUTE format('REVOKE ALL ON FUNCTION app.%I() FROM PUBLIC', 'search_' || record);
END $$;
REVOKE ALL ON PROCEDURE app.write_search_function(text, "SearchKind") FROM PUBLIC;

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
  CALL app.write_search_function('Guideline', 'GUIDELINE');
  CALL app.write_search_function('GuidelineResult', 'GUIDELINE_RESULT');
  CALL app.write_search_function('ItaAssessment', 'ITA_ASSESSMENT');
  CALL app.write_search_function('LibraryRisk', 'LIBRARY_RISK');
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
