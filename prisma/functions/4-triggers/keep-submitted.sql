-- A record is removed only while it is a draft (disclosure 0), and so is what it consists of; a part also while its record is amended or corrected,
-- and when the whole to which it belongs goes: that this may go was asked of it. The arguments lead from the part to its record: the column that
-- points to the whole, that whole, its column, and so on; none where nothing is ever removed once it was disclosed.
CREATE OR REPLACE FUNCTION app.keep_submitted() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  whole jsonb := to_jsonb(OLD);
BEGIN
  IF app.is_owner() THEN
    RETURN OLD;
  END IF;
  FOR i IN 0 .. TG_NARGS / 2 - 1 LOOP
    EXECUTE format('SELECT to_jsonb(w) FROM public.%I w WHERE w."agencyId" = $1 AND w.id = $2', TG_ARGV[2 * i + 1])
      INTO whole USING OLD."agencyId", (whole ->> TG_ARGV[2 * i])::uuid;
    IF whole IS NULL THEN
      RETURN OLD;
    END IF;
  END LOOP;
  IF TG_NARGS > 0 AND whole ->> 'status' IN ('AMENDING', 'CORRECTING') THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'a % of a record that was submitted is not removed', TG_TABLE_NAME USING ERRCODE = 'RG422';
END $$;

-- A draft that was submitted before has a history, and so has a project that was begun or reported on. The argument is the column by which
-- changes of status point to it.
CREATE OR REPLACE FUNCTION app.keep_history() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE has_history boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM "StatusChange" WHERE "agencyId" = $1 AND %I = $2)', TG_ARGV[0])
    INTO has_history USING OLD."agencyId", OLD.id;
  IF TG_TABLE_NAME = 'Project' THEN
    has_history := has_history OR EXISTS (SELECT 1 FROM "ProgressReport" WHERE "agencyId" = OLD."agencyId" AND "projectId" = OLD.id);
  END IF;
  IF has_history AND NOT app.is_owner() THEN
    RAISE EXCEPTION 'a % with a history is not removed', TG_TABLE_NAME USING ERRCODE = 'RG422';
  END IF;
  RETURN OLD;
END $$;
