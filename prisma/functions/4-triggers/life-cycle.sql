-- A returned record goes back to where it came from: an amendment that became a draft would be hidden.
CREATE OR REPLACE FUNCTION app.keep_to_life_cycle() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  acting CONSTANT text := current_setting('app.role', true);
  is_amendment CONSTANT boolean := coalesce((to_jsonb(OLD) ->> 'isAmendment')::boolean, false);
BEGIN
  IF app.is_owner() OR EXISTS (
    SELECT 1 FROM app.life_cycle_steps() s
    WHERE s.kind = TG_ARGV[0] AND s.was = OLD.status::text AND s.becomes = NEW.status::text
      AND (s.act <> 'REVISE' OR is_amendment = (s.becomes = 'AMENDING'))
      AND (s.doer = acting OR (s.doer = 'EDITOR' AND acting = 'APPROVER'))
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% does not move from % to % in this role', TG_TABLE_NAME, OLD.status, NEW.status USING ERRCODE = 'RG422';
END $$;

-- Called for a row that does not stand where its life cycle begins.
CREATE OR REPLACE FUNCTION app.begin_life_cycle() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_owner() THEN
    RAISE EXCEPTION '% does not begin as %', TG_TABLE_NAME, NEW.status USING ERRCODE = 'RG422';
  END IF;
  RETURN NULL;
END $$;

-- A change of status is a step of the life cycle, recorded in the role that takes it.
CREATE OR REPLACE FUNCTION app.keep_to_steps() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  acting CONSTANT text := current_setting('app.role', true);
  cycle CONSTANT text := CASE WHEN NEW."projectId" IS NOT NULL THEN 'PROJECT' WHEN NEW."orderId" IS NOT NULL THEN 'ORDER' ELSE 'RECORD' END;
BEGIN
  IF app.is_owner() OR (NEW.role::text = acting AND EXISTS (
    SELECT 1 FROM app.life_cycle_steps() s
    WHERE s.kind = cycle AND s.act = NEW.act::text AND s.was = NEW."fromStatus"::text AND s.becomes = NEW."toStatus"::text
      AND (s.doer = acting OR (s.doer = 'EDITOR' AND acting = 'APPROVER'))
  )) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'no step of this role leads from % to %', NEW."fromStatus", NEW."toStatus" USING ERRCODE = 'RG422';
END $$;

-- The centre's decision ends an amendment, and the mark of a record that was only imported.
CREATE OR REPLACE FUNCTION app.keep_to_review() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE moved CONSTANT text[] := ARRAY['status', 'version', 'disclosure', 'isAmendment', 'isImported', 'updatedAt'];
BEGIN
  IF app.agency() IS NULL AND app.duty() = 'centre' AND to_jsonb(NEW) - moved <> to_jsonb(OLD) - moved THEN
    RAISE EXCEPTION 'the centre changes nothing but the status of a record' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;

-- Called for a record that becomes CLOSED. The argument is the column that holds its last fiscal year.
CREATE OR REPLACE FUNCTION app.close_at_the_end() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE last_year CONSTANT integer := (to_jsonb(NEW) ->> TG_ARGV[0])::integer;
BEGIN
  IF app.is_owner() THEN
    RETURN NEW;
  END IF;
  IF NOT app.is_year_over(last_year, (now() AT TIME ZONE 'Asia/Bangkok')::date) THEN
    RAISE EXCEPTION 'a % is closed after its last fiscal year', TG_TABLE_NAME USING ERRCODE = 'RG422';
  END IF;
  IF TG_TABLE_NAME = 'Plan' AND EXISTS (
    SELECT 1 FROM "Project" j WHERE j."agencyId" = NEW."agencyId" AND j."planId" = NEW.id AND (NOT app.project_has_ended(j.status)
      OR (j.status = 'NOT_DONE' AND NOT EXISTS (SELECT 1 FROM "StatusChange" s
        WHERE s."agencyId" = j."agencyId" AND s."projectId" = j.id AND s.act = 'LEAVE_UNFINISHED'))))
  THEN
    RAISE EXCEPTION 'a plan is closed when each of its projects has ended' USING ERRCODE = 'RG422';
  END IF;
  RETURN NEW;
END $$;
