-- What is closed has come to its end (docs/decisions/0031): whoever has the application's login closes nothing earlier either.

CREATE OR REPLACE FUNCTION app.life_cycle_steps() RETURNS TABLE (kind text, act text, was text, becomes text, doer text) LANGUAGE sql IMMUTABLE
SET search_path = public, pg_temp AS $$
  VALUES
    ('RECORD', 'SUBMIT', 'DRAFT', 'SUBMITTED', 'APPROVER'),
    ('RECORD', 'SUBMIT', 'AMENDING', 'SUBMITTED', 'APPROVER'),
    ('RECORD', 'RETURN', 'SUBMITTED', 'RETURNED', 'CENTRE'),
    ('RECORD', 'REVISE', 'RETURNED', 'DRAFT', 'EDITOR'),
    ('RECORD', 'REVISE', 'RETURNED', 'AMENDING', 'EDITOR'),
    ('RECORD', 'APPROVE', 'SUBMITTED', 'APPROVED', 'CENTRE'),
    ('RECORD', 'PUBLISH', 'APPROVED', 'PUBLISHED', 'APPROVER'),
    ('RECORD', 'AMEND', 'IMPORTED', 'AMENDING', 'APPROVER'),
    ('RECORD', 'AMEND', 'APPROVED', 'AMENDING', 'APPROVER'),
    ('RECORD', 'AMEND', 'PUBLISHED', 'AMENDING', 'APPROVER'),
    ('RECORD', 'CLOSE', 'PUBLISHED', 'CLOSED', 'APPROVER'),
    ('PROJECT', 'START', 'PLANNED', 'IN_PROGRESS', 'EDITOR'),
    ('PROJECT', 'COMPLETE', 'IN_PROGRESS', 'DONE', 'EDITOR'),
    ('PROJECT', 'CANCEL', 'PLANNED', 'CANCELLED', 'APPROVER'),
    ('PROJECT', 'CANCEL', 'IN_PROGRESS', 'CANCELLED', 'APPROVER'),
    ('PROJECT', 'LEAVE_UNFINISHED', 'PLANNED', 'NOT_DONE', 'APPROVER'),
    ('PROJECT', 'LEAVE_UNFINISHED', 'IN_PROGRESS', 'NOT_DONE', 'APPROVER'),
    ('ORDER', 'ISSUE', 'DRAFT', 'ISSUED', 'APPROVER'),
    ('ORDER', 'REVOKE', 'ISSUED', 'REVOKED', 'APPROVER'),
    ('ORDER', 'SUPERSEDE', 'ISSUED', 'SUPERSEDED', 'APPROVER'),
    ('MITIGATION', 'REPORT_PROGRESS', 'PLANNED', 'IN_PROGRESS', 'EDITOR'),
    ('MITIGATION', 'COMPLETE', 'PLANNED', 'DONE', 'EDITOR'),
    ('MITIGATION', 'COMPLETE', 'IN_PROGRESS', 'DONE', 'EDITOR'),
    ('MITIGATION', 'CANCEL', 'PLANNED', 'CANCELLED', 'APPROVER'),
    ('MITIGATION', 'CANCEL', 'IN_PROGRESS', 'CANCELLED', 'APPROVER'),
    ('LIBRARY', 'PUBLISH', 'DRAFT', 'PUBLISHED', 'CENTRE'),
    ('LIBRARY', 'WITHDRAW', 'PUBLISHED', 'WITHDRAWN', 'CENTRE')
$$;

-- A project is left unfinished for a reason.
ALTER TABLE "StatusChange" ADD CONSTRAINT unfinished_for_a_reason CHECK (act <> 'LEAVE_UNFINISHED' OR btrim(coalesce(comment, '')) <> '');

-- The last day of a fiscal year, as packages/schema/src/calendar/fiscal-year.logic.ts has it.
CREATE FUNCTION app.fiscal_year_ends(year integer) RETURNS date LANGUAGE sql IMMUTABLE
RETURN make_date(year - 543, 9, 30);

-- Called for a record that becomes CLOSED. The argument is the column that holds its last fiscal year.
CREATE FUNCTION app.close_at_the_end() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE last_year CONSTANT integer := (to_jsonb(NEW) ->> TG_ARGV[0])::integer;
BEGIN
  IF app.is_owner() THEN
    RETURN NEW;
  END IF;
  IF (now() AT TIME ZONE 'Asia/Bangkok')::date <= app.fiscal_year_ends(last_year) THEN
    RAISE EXCEPTION 'a % is closed after its last fiscal year', TG_TABLE_NAME USING ERRCODE = 'RG422';
  END IF;
  IF TG_TABLE_NAME = 'Plan' AND EXISTS (
    SELECT 1 FROM "Project" j WHERE j."agencyId" = NEW."agencyId" AND j."planId" = NEW.id AND (j.status IN ('PLANNED', 'IN_PROGRESS')
      OR (j.status = 'NOT_DONE' AND NOT EXISTS (SELECT 1 FROM "StatusChange" s
        WHERE s."agencyId" = j."agencyId" AND s."projectId" = j.id AND s.act = 'LEAVE_UNFINISHED'))))
  THEN
    RAISE EXCEPTION 'a plan is closed when each of its projects has ended' USING ERRCODE = 'RG422';
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE place record;
BEGIN
  FOR place IN SELECT * FROM (VALUES ('Plan', 'fiscalYearTo'), ('SwotAnalysis', 'fiscalYear'), ('RiskRegister', 'fiscalYear')) AS v (name, last) LOOP
    EXECUTE format('CREATE TRIGGER close_at_the_end BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD.status <> NEW.status AND NEW.status = ''CLOSED'') EXECUTE FUNCTION app.close_at_the_end(%L)',
      place.name, place.last);
  END LOOP;
END $$;
