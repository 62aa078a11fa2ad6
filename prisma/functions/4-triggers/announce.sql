-- Announces a change of status to the listeners when its transaction commits.
CREATE OR REPLACE FUNCTION app.announce_status_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('registry_status', json_build_object('id', NEW.id, 'agencyId', NEW."agencyId", 'disclosure', NEW.disclosure)::text);
  RETURN NULL;
END $$;

-- Called for an edition without an announcement.
CREATE OR REPLACE FUNCTION app.announce_edition() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_owner() THEN
    RAISE EXCEPTION 'nothing is published without its announcement' USING ERRCODE = 'RG422';
  END IF;
  RETURN NEW;
END $$;
