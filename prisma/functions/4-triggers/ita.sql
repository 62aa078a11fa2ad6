CREATE OR REPLACE FUNCTION app.grade_ita() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  SELECT r.total, r.grade INTO NEW.total, NEW."gradeCode" FROM app.ita_result(NEW."agencyId", NEW.id, NEW."ruleSetId", NEW."totalPrinted") r;
  RETURN NEW;
END $$;

-- A score that comes, changes or goes grades its result anew.
CREATE OR REPLACE FUNCTION app.grade_ita_again() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE score record := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  UPDATE "ItaAssessment" SET total = total WHERE "agencyId" = score."agencyId" AND id = score."assessmentId";
  RETURN NULL;
END $$;
