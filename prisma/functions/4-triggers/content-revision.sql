CREATE OR REPLACE FUNCTION app.begin_content() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- What is added to a record in the transaction that makes it does not change it.
  INSERT INTO "ContentRevision" ("agencyId", id, disclosure, "changedIn")
  VALUES (NEW."agencyId", NEW.id, NEW.disclosure, pg_current_xact_id()::text::bigint);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.begin_content() FROM PUBLIC;

CREATE OR REPLACE FUNCTION app.disclose_content() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "ContentRevision" SET disclosure = NEW.disclosure WHERE "agencyId" = NEW."agencyId" AND id = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.disclose_content() FROM PUBLIC;

CREATE OR REPLACE FUNCTION app.note_heading() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "ContentRevision" SET "atHeading" = number WHERE "agencyId" = NEW."agencyId" AND id = NEW.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.note_heading() FROM PUBLIC;

CREATE OR REPLACE FUNCTION app.end_content() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "ContentRevision" WHERE "agencyId" = OLD."agencyId" AND id = OLD.id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.end_content() FROM PUBLIC;
