-- Called for a row that names another account than the acting one.
CREATE OR REPLACE FUNCTION app.keep_signature() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_owner() THEN
    RAISE EXCEPTION 'nobody signs a % for another', TG_TABLE_NAME USING ERRCODE = 'RG403';
  END IF;
  RETURN NEW;
END $$;
