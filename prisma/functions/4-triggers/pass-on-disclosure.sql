-- The centre's decision changes how far the parts may be read too: the database changes them in the name of their own agency.
CREATE OR REPLACE FUNCTION app.pass_on_disclosure() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE acting CONSTANT text := coalesce(current_setting('app.agency', true), '');
BEGIN
  PERFORM set_config('app.agency', NEW."agencyId"::text, true);
  FOR i IN 0 .. TG_NARGS / 2 - 1 LOOP
    EXECUTE format('UPDATE public.%I SET disclosure = $1 WHERE "agencyId" = $2 AND %I = $3', TG_ARGV[2 * i], TG_ARGV[2 * i + 1])
      USING NEW.disclosure, NEW."agencyId", NEW.id;
  END LOOP;
  PERFORM set_config('app.agency', acting, true);
  RETURN NULL;
END $$;
