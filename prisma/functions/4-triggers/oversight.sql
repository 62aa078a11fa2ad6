-- One centre oversees an agency once at a time. Concurrent records wait here for each other.
CREATE OR REPLACE FUNCTION app.keep_oversight_apart() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW."overseenId"::text, 1600));
  IF EXISTS (
    SELECT 1 FROM "Oversight" other
    WHERE other."overseenId" = NEW."overseenId" AND other."centreId" = NEW."centreId" AND other.id <> NEW.id
      AND app.share_a_day(other."validFrom", other."validTo", NEW."validFrom", NEW."validTo")
  ) THEN
    RAISE EXCEPTION 'the centre oversees the agency at that time already' USING ERRCODE = 'RG422';
  END IF;
  RETURN NEW;
END $$;
