-- Two people see a record before it counts: one who wrote in it since its last approval does not approve it (app.wrote_in). The application checks
-- who opened, took back or submitted it.
CREATE OR REPLACE FUNCTION app.keep_two_people() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.is_owner() THEN
    RETURN NEW;
  END IF;
  IF app.wrote_in(TG_TABLE_NAME::text, TG_ARGV[0], NEW."agencyId", NEW.id) THEN
    RAISE EXCEPTION 'nobody approves a % that they wrote in', TG_TABLE_NAME USING ERRCODE = 'RG407';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.keep_two_people() FROM PUBLIC;
