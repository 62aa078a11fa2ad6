-- Called for a row that would change what it is, or what it is a part of.
CREATE OR REPLACE FUNCTION app.keep_place() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_owner() THEN
    RAISE EXCEPTION 'a % stays what it is, and in the record of which it is a part', TG_TABLE_NAME USING ERRCODE = 'RG422';
  END IF;
  RETURN NEW;
END $$;
