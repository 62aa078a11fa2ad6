-- On one day, one position acts for another (ACTING), and the same position stands in for it in one capacity. Concurrent appointments wait
-- here: the position acted for is locked until the transaction ends, and the check afterwards sees what was committed in between.
CREATE OR REPLACE FUNCTION app.keep_appointments_apart() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM "Position" WHERE "agencyId" = NEW."agencyId" AND id = NEW."actsForId" FOR UPDATE;
  IF EXISTS (
    SELECT 1 FROM "ActingAppointment" other
    WHERE other."agencyId" = NEW."agencyId" AND other."actsForId" = NEW."actsForId" AND other.id <> NEW.id
      AND (other."positionId" = NEW."positionId" OR (other.capacity = 'ACTING' AND NEW.capacity = 'ACTING'))
      AND app.share_a_day(other."validFrom", other."validTo", NEW."validFrom", NEW."validTo")
  ) THEN
    RAISE EXCEPTION 'another appointment to act for the position overlaps' USING ERRCODE = 'RG422';
  END IF;
  RETURN NEW;
END $$;

-- An order keeps the appointment by which it was signed: that appointment covers the day of signature for good.
CREATE OR REPLACE FUNCTION app.keep_signed_days() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "DelegationOrder" o
    WHERE o."agencyId" = NEW."agencyId" AND o."signedUnderId" = NEW.id
      AND NOT app.lasts(NEW."validFrom", NEW."validTo", o."signedOn")
  ) THEN
    RAISE EXCEPTION 'an order was signed by the appointment on a day that it would no longer cover' USING ERRCODE = 'RG422';
  END IF;
  RETURN NEW;
END $$;
